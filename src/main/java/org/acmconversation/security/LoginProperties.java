package org.acmconversation.security;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How people and systems log in.
 *
 * @param login where users come from
 */
@ConfigurationProperties("acm.security")
record LoginProperties(Method login) {

    LoginProperties {
        if (login == null) {
            throw new IllegalArgumentException("acm.security.login is not set: use oidc, and acm.security.oidc.* for"
                    + " your OpenID Connect provider; local is for the profile local");
        }
    }

    /** Where users come from. */
    enum Method {
        /** Local users, stored by the engine; for a laptop. */
        LOCAL,
        /** An OpenID Connect provider. */
        OIDC
    }
}
