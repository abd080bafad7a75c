package org.acmconversation.engagement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who follows an engagement up, and how.
 *
 * @param nextAction null if none was agreed
 * @param lastNoteAt when somebody last wrote how the engagement stands
 * @param noteDueAt when somebody has to write it again; null once the engagement has ended
 */
public record FollowUp(
        @Nullable NextAction nextAction,
        @Nullable Instant lastNoteAt,
        @Nullable Instant noteDueAt) {}
