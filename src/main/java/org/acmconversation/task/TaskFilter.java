package org.acmconversation.task;

import io.swagger.v3.oas.annotations.media.Schema;
import org.acmconversation.engagement.Due;
import org.acmconversation.problem.BoundedText;
import org.jspecify.annotations.Nullable;

/**
 * Which open tasks to choose; what is left out does not filter.
 *
 * @param assignee who has them
 * @param unassigned true for those that nobody has
 * @param ownerless true for those of people who left
 * @param group a candidate group
 * @param activity id of the model element
 * @param due when they are due, in the caller's time zone
 */
public record TaskFilter(
        @BoundedText(max = 255) @Nullable String assignee,

        @Nullable Boolean unassigned,

        @Nullable Boolean ownerless,

        @BoundedText(max = 255) @Schema(example = "fasttrack-manager") @Nullable
        String group,

        @BoundedText(max = 255) @Schema(example = "scheduleConversation") @Nullable
        String activity,

        @Nullable Due due) {

    boolean isEmpty() {
        return assignee == null
                && !Boolean.TRUE.equals(unassigned)
                && !Boolean.TRUE.equals(ownerless)
                && group == null
                && activity == null
                && due == null;
    }
}
