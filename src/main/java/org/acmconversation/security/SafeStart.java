package org.acmconversation.security;

import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.server.Ssl;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Refuses to start where a setting would let people in who do not belong, with a sentence that says what to set. */
@Component
class SafeStart {

    private static final Profiles LOCAL = Profiles.of("local");

    SafeStart(Environment environment, ServerProperties server, LoginProperties login) {
        if (environment.acceptsProfiles(LOCAL)) {
            if (server.getAddress() == null || !server.getAddress().isLoopbackAddress()) {
                throw new IllegalStateException("The profile local has users whose passwords everybody knows, so it"
                        + " listens on loopback only: set server.address to 127.0.0.1, or start another profile"
                        + " with acm.security.login=oidc");
            }
            return;
        }
        if (login.login() == LoginProperties.Way.LOCAL) {
            throw new IllegalStateException(
                    "acm.security.login is local outside the profile local: write oidc, and acm.security.oidc.*"
                            + " for your OpenID Connect provider");
        }
        if (!Ssl.isEnabled(server.getSsl()) && server.getForwardHeadersStrategy() == null) {
            throw new IllegalStateException("Passwords and customers' data would cross the network in the clear: set"
                    + " server.ssl.* to serve TLS, or server.forward-headers-strategy to native or framework where a"
                    + " proxy in front of this service does");
        }
    }
}
