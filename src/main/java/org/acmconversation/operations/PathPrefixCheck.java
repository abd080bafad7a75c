package org.acmconversation.operations;

import org.springframework.context.ConfigurableApplicationContext;

/** Refuses a path prefix: pages, Tasklist and emails link to absolute paths, and the login would lead out of it. */
class PathPrefixCheck implements SettingsCheck {

    private static final String SETTING = "server.servlet.context-path";

    @Override
    public void check(ConfigurableApplicationContext context) {
        String prefix = context.getEnvironment().getProperty(SETTING, "");
        if (!prefix.isEmpty() && !prefix.equals("/")) {
            throw new IllegalStateException(
                    "%s is %s, but the service does not support a path prefix: remove it, and give the service a host name of its own; see docs/operations.md"
                            .formatted(SETTING, prefix));
        }
    }
}
