package org.acmconversation.feed;

import java.time.Instant;
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
        boolean isBusy) {}
