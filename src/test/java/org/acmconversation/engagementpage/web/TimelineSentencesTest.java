package org.acmconversation.engagementpage.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.acmconversation.timeline.TimelineEntry;
import org.acmconversation.timeline.TimelineEntry.Event;
import org.acmconversation.webpage.PeopleNames;
import org.acmconversation.webpage.TimeFormats;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Sentences about entries whose details were erased. */
class TimelineSentencesTest {

    /** These sentences contain no times. */
    private static final TimeFormats NONE = null;

    private final TimelineSentences sentences;

    TimelineSentencesTest() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/pages", "messages/names");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        PeopleNames names = mock(PeopleNames.class);
        when(names.of("ana")).thenReturn("Ana Ruiz");
        sentences = new TimelineSentences(messages, new ProfileChanges(messages, new ObjectMapper()), names);
    }

    @ParameterizedTest
    @CsvSource({
        "NEXT_ACTION_PLANNED, Ana Ruiz acordó el próximo paso: (borrado).",
        "CALL_INVITATION_SENT, Ana Ruiz invitó a la llamada a (borrado).",
        "DECISION_MADE, 'Decisión «Comprobar»: sin resultado, o borrado.'"
    })
    void sayThatADetailWasErased(Event event, String sentence) {
        var entry = new TimelineEntry(Instant.EPOCH, event, "ana", null, "Comprobar", Map.of());

        assertThat(sentences.of(List.of(entry), NONE, Locale.forLanguageTag("es")))
                .singleElement()
                .extracting(TimelineSentences.Sentence::text)
                .isEqualTo(sentence);
    }
}
