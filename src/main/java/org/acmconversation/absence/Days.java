package org.acmconversation.absence;

import java.time.LocalDate;

/**
 * A range of consecutive days, possibly empty.
 *
 * @param until end, exclusive
 */
record Days(LocalDate from, LocalDate until) {

    Days common(Days other) {
        return new Days(
                from.isAfter(other.from) ? from : other.from, until.isBefore(other.until) ? until : other.until);
    }

    boolean isEmpty() {
        return !from.isBefore(until);
    }
}
