package org.acmconversation.operations;

import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Refuses a URL that is not one of PostgreSQL or H2, before anything connects. */
class DatabaseUrlCheck implements SettingsCheck {

    private static final List<String> SUPPORTED = List.of("jdbc:postgresql:", "jdbc:h2:");

    @Override
    public void check(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        check(environment, "spring.datasource.url");
        check(environment, "spring.flyway.url");
    }

    /** Does not repeat the URL, which may contain a password. */
    private static void check(Environment environment, String setting) {
        String url = environment.getProperty(setting);
        if (url != null && SUPPORTED.stream().noneMatch(url::startsWith)) {
            throw new IllegalStateException(
                    "%s is %s: use jdbc:postgresql://<host>/<database>, or jdbc:h2:file:<file> on a laptop"
                            .formatted(setting, url.isBlank() ? "empty" : "not a URL of PostgreSQL or H2"));
        }
    }
}
