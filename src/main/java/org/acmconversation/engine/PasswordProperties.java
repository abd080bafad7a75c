package org.acmconversation.engine;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How passwords of local users are hashed.
 *
 * @param passwordRounds PBKDF2 rounds for new passwords. Hashes with fewer rounds are easier to crack; with too many, a
 *     few failed logins keep the CPU busy
 */
@ConfigurationProperties("acm.security")
record PasswordProperties(@DefaultValue("210000") int passwordRounds) {

    private static final int FEWEST = 100_000;
    private static final int MOST = 2_000_000;

    PasswordProperties {
        if (passwordRounds < FEWEST || passwordRounds > MOST) {
            throw new IllegalArgumentException(
                    "acm.security.password-rounds is invalid: use a number from %d to %d".formatted(FEWEST, MOST));
        }
    }
}
