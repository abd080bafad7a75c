package org.acmconversation.portfolio;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.acmconversation.engagement.EngagementStatus;
import org.jspecify.annotations.Nullable;

/**
 * Figures of all engagements, or of those that a filter selects.
 *
 * @param engagements engagements that started in the period, by their status now
 * @param steps user tasks, in the order of the models; open ones now, completed ones in the period
 * @param load open tasks by role; one that several roles may do counts for each
 * @param funnel how many of the engagements that started in the period have completed each milestone
 * @param weeks weeks in which engagements started or ended, in order
 */
public record Portfolio(
        Map<EngagementStatus, Long> engagements,
        List<Step> steps,
        List<Load> load,
        List<Milestone> funnel,
        List<Week> weeks) {

    /**
     * A user task.
     *
     * @param processId key of its process
     * @param name name in the latest model, in Spanish; the id if that has no such task any more
     * @param open how many are open
     * @param overdue how many of the open ones were due before now
     * @param dueSoon how many of the open ones are due within a working day
     * @param completed how many were completed
     * @param medianSeconds how long half of the completed ones took at most; null if there are none
     * @param p90Seconds how long nine of ten took at most; null if there are none
     */
    @Schema(name = "PortfolioStep")
    public record Step(
            String processId,
            String activityId,
            String name,
            long open,
            long overdue,
            long dueSoon,
            long completed,
            @Nullable Long medianSeconds,
            @Nullable Long p90Seconds) {}

    /** @param role the engine's group of the role */
    @Schema(name = "PortfolioLoad")
    public record Load(
            @Schema(example = "fasttrack-manager") String role, long open, long overdue) {}

    /** @param step {@code STARTED}, or the id of the milestone's activity */
    @Schema(name = "PortfolioMilestone")
    public record Milestone(
            @Schema(example = "conductConversation") String step, long engagements) {}

    /** @param week as in ISO 8601 */
    @Schema(name = "PortfolioWeek")
    public record Week(@Schema(example = "2026-W48") String week, long started, long ended) {}
}
