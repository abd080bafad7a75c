package org.acmconversation.icalendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our calendars can be parsed by another program. */
class ICalendarTest {

    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");

    private static CalendarEntry entry(String uid, String summary) {
        return new CalendarEntry(uid, NOW, NOW.plusSeconds(3600), summary, "https://acm.example/engagements/1", true);
    }

    private static List<VEvent> read(String text) throws IOException, ParserException {
        Calendar calendar = new CalendarBuilder().build(new StringReader(text));
        assertThat(calendar.validate().hasErrors()).isFalse();
        return calendar.getComponents("VEVENT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Llevar a cabo la conversación (CRM-1042)",
                "a, b; c: d \\ e \"f\"",
                "Línea uno\nLínea dos",
                "ñ€😀ñ€😀ñ€😀ñ€😀ñ€😀ñ€😀ñ€😀ñ€😀ñ€😀ñ€😀ñ€😀ñ€😀ñ€😀ñ€😀ñ€😀ñ€😀ñ€😀ñ€😀ñ€😀ñ€😀",
                "END:VEVENT\r\nATTENDEE:mailto:all@contoso.example"
            })
    void parsersReadTitlesUnchanged(String summary) throws IOException, ParserException {
        List<VEvent> events = read(ICalendar.of("ACM", List.of(entry("1", summary)), NOW));

        assertThat(events).hasSize(1);
        assertThat(events.get(0).getSummary().getValue()).isEqualTo(summary.replace("\r\n", "\n"));
        assertThat(events.get(0).getProperties("ATTENDEE")).isEmpty();
    }

    @Test
    void foldsLinesAt75Octets() {
        String text = ICalendar.of("ACM", List.of(entry("1", "ñ€😀x".repeat(200))), NOW);

        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    @Test
    void parsersReadAThousandEntries() throws IOException, ParserException {
        List<CalendarEntry> entries = IntStream.range(0, 1_000)
                .mapToObj(number -> entry("entry-" + number, "Tarea " + number))
                .toList();

        List<VEvent> events = read(ICalendar.of("ACM", entries, NOW));

        assertThat(events).hasSize(1_000);
        assertThat(events.get(999).getUid().orElseThrow().getValue()).isEqualTo("entry-999");
        assertThat(Instant.from(events.get(0).getDateTimeStart().getDate())).isEqualTo(NOW);
    }
}
