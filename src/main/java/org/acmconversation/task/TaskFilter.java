package org.acmconversation.task;

import io.swagger.v3.oas.annotations.media.Schema;
import org.acmconversation.engagement.Due;
import org.acmconversation.problem.BoundedText;
import org.jspecify.annotations.Nullable;

/**
 * Selects open tasks; omitted members do not filter.
 *
 * @param assignee their assignee
 * @param unassigned true for unassigned tasks
 * @param ownerless true for tasks assigned to people who have left
 * @param group a candidate group
 * @param activity id of the model element
 * @param due when they are due: relative to now, in the caller's time zone, or in working days of their engagements
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
