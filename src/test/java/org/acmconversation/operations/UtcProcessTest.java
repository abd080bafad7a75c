package org.acmconversation.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

/** Two nodes reckon in the same zone, wherever and however they are started. */
class UtcProcessTest {

    /** An application without anything in it. */
    static class Empty {}

    @Test
    void aServiceThatIsStartedInAnotherZoneReckonsInUtc() {
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
