package org.acmconversation.engagement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an engagement is followed up.
 *
 * @param nextAction the next action, or null
 * @param lastNoteAt when the last status note was written
 * @param noteDueAt when the next status note is due; null once the engagement has ended
 */
public record FollowUp(
        @Nullable NextAction nextAction,
        @Nullable Instant lastNoteAt,
        @Nullable Instant noteDueAt) {}
