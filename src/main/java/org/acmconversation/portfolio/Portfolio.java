package org.acmconversation.portfolio;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.acmconversation.engagement.EngagementStatus;
import org.jspecify.annotations.Nullable;

/**
 * Figures of all engagements or of those that a filter selects.
 *
 * @param engagements engagements that started in the period, by current status
 * @param steps user tasks, in the order of the models; open ones now, completed ones in the period
 * @param load open tasks by role; a task with several candidate groups counts for each
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
     * @param name name in the active model, in Spanish; the id if the active model has no such task
     * @param roles groups that do it in the active model; empty if the active model has no such task
     * @param open number of open tasks
     * @param overdue number of open tasks that are overdue
     * @param dueSoon number of open tasks that are due within one working day where the engagement is
     * @param completed number of completed tasks
     * @param medianSeconds median duration of the completed tasks; null if there are none
     * @param p90Seconds 90th percentile of the durations; null if there are none
     */
    @Schema(name = "PortfolioStep")
    public record Step(
            String processId,
            String activityId,
            String name,
            @Schema(example = "[\"fasttrack-manager\"]") List<String> roles,
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

    /**
     * How far engagements have come.
     *
     * @param step {@code STARTED}, or the id of the milestone's activity
     * @param roles groups that do it in the active model; empty for {@code STARTED}
     */
    @Schema(name = "PortfolioMilestone")
    public record Milestone(
            @Schema(example = "conductConversation") String step,
            @Schema(example = "[\"fasttrack-manager\"]") List<String> roles,
            long engagements) {}

    /** @param week as in ISO 8601 */
    @Schema(name = "PortfolioWeek")
    public record Week(@Schema(example = "2026-W48") String week, long started, long ended) {}
}
