package org.acmconversation.operations;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * A check of settings that needs nothing but the settings. It runs before the application's beans are looked for, which
 * takes more than a second. Implementations are listed in {@code META-INF/spring.factories}, in the order in which they
 * run.
 */
public interface SettingsCheck {

    /**
     * @param context the application's context, still empty, with its environment
     * @throws IllegalStateException with a sentence that says what to set, if the service must not start
     */
    void check(ConfigurableApplicationContext context);
}
