package org.acmconversation.engine;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How passwords of the engine's own users are hashed.
 *
 * @param passwordRounds rounds of PBKDF2 for passwords that are set from now on; fewer are easier to crack, and too
 *     many let a few wrong logins keep the processor busy
 */
@ConfigurationProperties("acm.security")
record PasswordProperties(@DefaultValue("210000") int passwordRounds) {

    private static final int FEWEST = 100_000;
    private static final int MOST = 2_000_000;

    PasswordProperties {
        if (passwordRounds < FEWEST || passwordRounds > MOST) {
            throw new IllegalArgumentException(
                    "acm.security.password-rounds is not valid: write a number from %d to %d".formatted(FEWEST, MOST));
        }
    }
}
