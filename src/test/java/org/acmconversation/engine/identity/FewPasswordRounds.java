package org.acmconversation.engine.identity;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Hashes passwords with few rounds in every test that starts the application, to speed up thousands of logins. It is a
 * bean instead of a setting, so that no installation can use it.
 */
@AutoConfiguration
class FewPasswordRounds {

    @Bean
    @Primary
    PasswordHash quickPasswordHash() {
        return new PasswordHash(1);
    }
}
