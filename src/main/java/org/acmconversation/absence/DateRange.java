package org.acmconversation.absence;

import java.time.LocalDate;

/**
 * A range of consecutive days, possibly empty.
 *
 * @param until end, exclusive
 */
record DateRange(LocalDate from, LocalDate until) {

    DateRange common(DateRange other) {
        return new DateRange(
                from.isAfter(other.from) ? from : other.from, until.isBefore(other.until) ? until : other.until);
    }

    boolean isEmpty() {
        return !from.isBefore(until);
    }
}
