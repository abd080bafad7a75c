package org.acmconversation.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

/** All nodes use the same time zone, however they are started. */
class UtcProcessTest {

    /** An empty application. */
    static class Empty {}

    @Test
    void usesUtcWhenStartedInAnotherZone() {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Madrid"));
        try {
            var application = new SpringApplication(Empty.class);
            application.setWebApplicationType(WebApplicationType.NONE);
            application.run().close();

            assertThat(TimeZone.getDefault().toZoneId().normalized()).isEqualTo(ZoneOffset.UTC);
        } finally {
            TimeZone.setDefault(before);
        }
    }
}
