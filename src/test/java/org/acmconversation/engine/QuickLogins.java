package org.acmconversation.engine;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/**
 * Passwords of few rounds for every test that starts the application: thousands of logins take no part of what the
 * tests show. A bean and no setting, so that no installation can have it.
 */
@AutoConfiguration
class QuickLogins {

    @Bean
    @Primary
    PasswordHash quickPasswordHash() {
        return new PasswordHash(1);
    }
}
