package org.acmconversation.notification;

import java.time.LocalTime;

/**
 * A person's quiet hours.
 *
 * @param from start
 * @param until end, on the next day if it is before the start
 */
public record QuietHours(LocalTime from, LocalTime until) {

    /** Whether they include a time. */
    public boolean include(LocalTime time) {
        return from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : !time.isBefore(from) || time.isBefore(until);
    }
}
