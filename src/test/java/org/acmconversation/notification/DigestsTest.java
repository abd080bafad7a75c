package org.acmconversation.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When digests are sent. */
class DigestsTest {

    @ParameterizedTest(name = "at {0}, quiet from {1} until {2}: {3}")
    @CsvSource({
        "2026-11-27T08:29:59+01:00[Europe/Madrid], , , ",
        "2026-11-27T08:30:00+01:00[Europe/Madrid], , , 08:30",
        "2026-11-27T17:00:00+01:00[Europe/Madrid], , , 08:30",
        // A Saturday.
        "2026-11-28T09:00:00+01:00[Europe/Madrid], , , ",
        "2026-11-27T08:30:00+01:00[Europe/Madrid], 20:00, 08:00, 08:30",
        "2026-11-27T21:00:00+01:00[Europe/Madrid], 20:00, 08:00, ",
        "2026-11-27T09:00:00+01:00[Europe/Madrid], 20:00, 10:00, ",
        "2026-11-27T10:00:00+01:00[Europe/Madrid], 20:00, 10:00, 10:00",
        "2026-11-27T13:00:00+01:00[Europe/Madrid], 12:00, 14:00, ",
        // The day on which summer time begins has no 02:30.
        "2026-03-30T08:30:00+02:00[Europe/Madrid], 00:00, 02:30, 08:30"
    })
    void sendsAtHalfPastEightOnWorkingDaysOutsideQuietHours(
            ZonedDateTime now, LocalTime from, LocalTime until, LocalTime moment) {
        QuietHours quiet = from == null ? null : new QuietHours(from, until);

        assertThat(Digests.moment(now, quiet, day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0))
                .map(ZonedDateTime::toLocalTime)
                .isEqualTo(Optional.ofNullable(moment));
    }
}
