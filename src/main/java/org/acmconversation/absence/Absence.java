package org.acmconversation.absence;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Days on which somebody does not work.
 *
 * @param from first day, in the person's time zone
 * @param until the day after the last
 * @param substitute who does the person's tasks meanwhile
 */
public record Absence(
        UUID id,
        String person,
        LocalDate from,
        LocalDate until,
        @Nullable String substitute,
        @Nullable String note) {

    /** Whether a day is one of them. */
    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }

    /** The days that this and other days have in common. */
    Days within(Days days) {
        return days.common(new Days(from, until));
    }
}
