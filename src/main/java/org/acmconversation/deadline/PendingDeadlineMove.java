package org.acmconversation.deadline;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines of a country or region that are to move.
 *
 * @param changeId of the last change of its company days off
 * @param lookingAgain whether this is the second pass
 * @param movedTo the engagements up to this one are done; null if none is
 */
record PendingDeadlineMove(
        String country,
        UUID changeId,
        boolean lookingAgain,
        @Nullable UUID movedTo) {}
