package org.acmconversation.engagementpage.web;

import static org.acmconversation.text.SpanishTexts.SPANISH;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.acmconversation.engagement.EntryCriteria;
import org.acmconversation.engagement.Profile;
import org.acmconversation.engagement.Segment;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class ProfileChangesTest {

    private final ProfileChanges changes;

    ProfileChangesTest() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/pages", "messages/names");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        changes = new ProfileChanges(messages, new ObjectMapper());
    }

    @Test
    void describeEveryFieldThatDiffers() {
        var before = new Profile(
                Segment.SMB, 5, List.of("EXCHANGE"), new EntryCriteria(true, true, true, true), "ES", "Europe/Madrid");
        var after = new Profile(
                Segment.ENTERPRISE,
                25_000,
                List.of("TEAMS"),
                new EntryCriteria(false, false, false, false),
                "MX",
                "America/Mexico_City");

        assertThat(changes.between(before, after, SPANISH))
                .hasSize(Profile.class.getRecordComponents().length
                        - 1
                        + EntryCriteria.class.getRecordComponents().length)
                .contains("Licencias: 5 → 25.000", "País: ES → MX");
        assertThat(changes.between(before, before, SPANISH)).isEmpty();
    }
}
