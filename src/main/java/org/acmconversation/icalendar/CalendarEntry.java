package org.acmconversation.icalendar;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A calendar entry.
 *
 * @param uid stable id of the entry
 * @param summary title, on one line
 * @param url page with details
 * @param isBusy whether the person is busy at that time
 */
public record CalendarEntry(
        String uid,
        Instant start,
        Instant end,
        String summary,
        @Nullable String url,
        boolean isBusy) {

    private static final Duration LENGTH_OF_A_CALL = Duration.ofHours(1);

    /** The conversation with a customer. Invitations and feeds use the same entry. */
    public static CalendarEntry ofCall(UUID engagementId, Instant start, String summary, @Nullable String url) {
        return new CalendarEntry(
                "call-" + engagementId + "@acm-conversation", start, start.plus(LENGTH_OF_A_CALL), summary, url, true);
    }
}
