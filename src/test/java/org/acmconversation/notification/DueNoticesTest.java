package org.acmconversation.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.acmconversation.calendar.Calendars;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When people are notified of due tasks. */
class DueNoticesTest {

    private static final ZoneId MEXICO = ZoneId.of("America/Mexico_City");
    private static final LocalDate HOLIDAY = LocalDate.of(2026, 11, 16);

    @ParameterizedTest(name = "{0}: due {1} is {2}")
    @CsvSource({
        "2026-11-10T15:00:00Z, 2026-11-12T00:00:00Z, DUE_TOMORROW",
        "2026-11-10T15:00:00Z, 2026-11-11T00:00:00Z, ",
        "2026-11-10T15:00:00Z, 2026-11-13T00:00:00Z, ",
        "2026-11-10T15:00:00Z, 2026-11-10T15:00:00Z, OVERDUE",
        // A Friday, before a weekend and a day off on Monday.
        "2026-11-13T15:00:00Z, 2026-11-18T00:00:00Z, DUE_TOMORROW",
        "2026-11-13T15:00:00Z, 2026-11-19T00:00:00Z, ",
        // Already Wednesday in UTC, but Tuesday in Mexico.
        "2026-11-11T03:00:00Z, 2026-11-12T00:00:00Z, DUE_TOMORROW"
    })
    void usesTheWorkingDaysOfTheEngagement(Instant now, Instant dueAt, Kind kind) {
        assertThat(DueNotices.kind(dueAt, now, () -> Calendars.of(MEXICO, HOLIDAY)))
                .isEqualTo(kind);
    }
}
