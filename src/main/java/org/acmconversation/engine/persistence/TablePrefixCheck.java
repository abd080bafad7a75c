package org.acmconversation.engine.persistence;

import org.acmconversation.operations.SettingsCheck;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** Refuses a prefix of the engine's tables: Flyway creates them without one, and our statements use these names. */
class TablePrefixCheck implements SettingsCheck {

    private static final String SETTING = "camunda.bpm.database.table-prefix";

    @Override
    public void check(ConfigurableApplicationContext context) {
        refuse(context.getEnvironment().getProperty(SETTING));
    }

    /** The engine has further names for this setting. */
    static void refuse(@Nullable String prefix) {
        if (prefix != null && !prefix.isEmpty()) {
            throw new IllegalStateException(("%s is %s: remove it, since the engine's tables have no prefix here."
                            + " To choose a schema, write it into spring.datasource.url.")
                    .formatted(SETTING, prefix));
        }
    }
}
