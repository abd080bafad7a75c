package org.acmconversation.engine.identity;

import org.acmconversation.setting.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How passwords of local users are hashed.
 *
 * @param passwordRounds PBKDF2 rounds for new passwords. Hashes with fewer rounds are easier to crack; with too many, a
 *     few failed logins keep the CPU busy
 */
@ConfigurationProperties("acm.security")
public record PasswordProperties(@DefaultValue("210000") int passwordRounds) {

    private static final int MIN_ROUNDS = 100_000;
    private static final int MAX_ROUNDS = 2_000_000;

    public PasswordProperties {
        Setting.require("acm.security.password-rounds", passwordRounds, MIN_ROUNDS, MAX_ROUNDS);
    }
}
