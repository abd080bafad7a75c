package org.acmconversation.ftop;

import org.acmconversation.operations.SettingsCheck;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Refuses to start outside the profile {@code local} if no adapter is configured: tasks would be kept only in the
 * ledger and never reach FTOP.
 */
class FtopAdapterCheck implements SettingsCheck {

    private static final String SETTING = "acm.ftop.adapter";

    @Override
    public void check(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        String adapter = environment.getProperty(SETTING, "");
        if (!environment.acceptsProfiles(Profiles.of("local")) && adapter.isBlank()) {
            throw new IllegalStateException(SETTING + " is not set: use http to call FTOP, or embedded to keep"
                    + " FTOP tasks only in this service's own ledger; see docs/ftop.md");
        }
        if (!adapter.equals(adapter.strip())) {
            // Conditions on the setting compare the text, so the other adapter would be chosen.
            throw new IllegalStateException(
                    "%s is \"%s\": remove the spaces around the value".formatted(SETTING, adapter));
        }
    }
}
