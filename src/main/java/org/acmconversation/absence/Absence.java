package org.acmconversation.absence;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's absence.
 *
 * @param from first day, in the person's time zone
 * @param until day of the return, exclusive
 * @param substitute who takes over the person's tasks meanwhile
 */
public record Absence(
        UUID id,
        String person,
        LocalDate from,
        LocalDate until,
        @Nullable String substitute,
        @Nullable String note) {

    /** Whether a day is within the absence. */
    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }

    /** Returns the days that the absence has in common with others. */
    DateRange within(DateRange days) {
        return days.common(new DateRange(from, until));
    }
}
