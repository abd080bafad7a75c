package org.acmconversation.followup;

import java.time.Instant;
import java.util.UUID;
import org.acmconversation.engagement.NextAction;
import org.jspecify.annotations.Nullable;

/**
 * A note about an engagement's status.
 *
 * @param author who wrote it
 * @param nextAction the next action at that time
 */
public record StatusNote(
        UUID id,
        String author,
        Instant at,
        String text,
        @Nullable NextAction nextAction) {}
