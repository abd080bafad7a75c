package org.acmconversation.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.acmconversation.calendar.Calendars;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spans of due dates. */
class DueTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final LocalDate MONDAY_OFF = LocalDate.of(2026, 12, 7);

    @ParameterizedTest(name = "{0}: until {1}")
    @CsvSource({
        "2026-12-02T10:00:00Z, 2026-12-03T10:00:00Z",
        // Fridays, one before a Monday that is a day off.
        "2026-11-27T10:00:00Z, 2026-11-30T10:00:00Z",
        "2026-12-04T10:00:00Z, 2026-12-08T10:00:00Z",
        // Over the change to summer time, at the same time of day.
        "2027-03-26T10:00:00Z, 2027-03-29T09:00:00Z"
    })
    void dueSoonIsWithinAWorkingDay(Instant now, Instant until) {
        assertThat(Due.SOON.span(now, Calendars.of(MADRID, MONDAY_OFF))).isEqualTo(new Due.Span(now, until));
        assertThat(Due.ON_TIME.span(now, Calendars.of(MADRID, MONDAY_OFF))).isEqualTo(new Due.Span(until, null));
    }
}
