package org.acmconversation.icalendar;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a calendar.
 *
 * @param uid the same each time the entry is read
 * @param summary title, on one line
 * @param url where there is more about it
 * @param isBusy whether the person has no time then
 */
public record CalendarEntry(
        String uid,
        Instant start,
        Instant end,
        String summary,
        @Nullable String url,
        boolean isBusy) {

    private static final Duration LENGTH_OF_A_CALL = Duration.ofHours(1);

    /** The conversation with a customer. It is the same entry in an invitation as in a feed. */
    public static CalendarEntry ofCall(UUID engagementId, Instant start, String summary, @Nullable String url) {
        return new CalendarEntry(
                "call-" + engagementId + "@acm-conversation", start, start.plus(LENGTH_OF_A_CALL), summary, url, true);
    }
}
