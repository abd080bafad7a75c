package org.acmconversation.security;

import java.net.InetAddress;
import org.acmconversation.operations.SettingsCheck;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.autoconfigure.web.ServerProperties.ForwardHeadersStrategy;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.Ssl;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Stops the start if a setting is insecure, before anything connects; the message says what to set. */
class SafeSettingsCheck implements SettingsCheck {

    private static final Profiles LOCAL = Profiles.of("local");

    /** Shorter secrets can be guessed. The OpenID Connect client's secret is checked in every profile. */
    private static final int MIN_SECRET = 16;

    @Override
    public void check(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        Binder settings = Binder.get(environment);
        check(
                environment,
                settings.bindOrCreate("server", ServerProperties.class),
                settings.bindOrCreate("management.server", ManagementServerProperties.class),
                settings.bindOrCreate("acm.security", LoginProperties.class));
    }

    static void check(
            Environment environment,
            ServerProperties server,
            ManagementServerProperties management,
            LoginProperties login) {
        if (environment.acceptsProfiles(LOCAL)) {
            requireLoopback("server.address", server.getAddress());
            requireLoopback("management.server.address", management.getAddress());
            return;
        }
        if (login.login() == LoginProperties.Method.LOCAL) {
            throw new IllegalStateException(
                    "acm.security.login is local outside the profile local: use oidc, and acm.security.oidc.*"
                            + " for your OpenID Connect provider");
        }
        if (!Ssl.isEnabled(server.getSsl()) && !hasProxy(server)) {
            throw new IllegalStateException("Passwords and customers' data would cross the network in clear text: set"
                    + " server.ssl.* to serve TLS, or server.forward-headers-strategy to native or framework where a"
                    + " proxy in front of this service does");
        }
        String secret = environment.getProperty("acm.ftop.http.client-secret");
        if (secret != null && secret.strip().length() < MIN_SECRET) {
            throw new IllegalStateException("acm.ftop.http.client-secret is too short: use the secret that FTOP made"
                    + " for this client, at least " + MIN_SECRET + " characters");
        }
    }

    private static void requireLoopback(String property, InetAddress address) {
        if (address == null || !address.isLoopbackAddress()) {
            throw new IllegalStateException("The profile local has users whose passwords everybody knows, so it"
                    + " listens on loopback only: set " + property + " to 127.0.0.1, or start another profile"
                    + " with acm.security.login=oidc");
        }
    }

    private static boolean hasProxy(ServerProperties server) {
        return server.getForwardHeadersStrategy() != null
                && server.getForwardHeadersStrategy() != ForwardHeadersStrategy.NONE;
    }
}
