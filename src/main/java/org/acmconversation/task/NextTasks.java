package org.acmconversation.task;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.acmconversation.answer.Answers;
import org.acmconversation.engagement.CurrentActivity;
import org.acmconversation.engagement.EngagementState;
import org.acmconversation.engagement.EngagementStatus;
import org.acmconversation.engagement.Engagements;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The engagement's next tasks that a person may work on after completing one. */
@Component
public class NextTasks {

    private final Answers answers;
    private final Engagements engagements;

    NextTasks(Answers answers, Engagements engagements) {
        this.answers = answers;
        this.engagements = engagements;
    }

    /**
     * The next tasks.
     *
     * @param pending whether the engagement waits for the service itself, so that more tasks may follow shortly
     * @param next the person's own tasks first, then by due date
     */
    public record Next(
            UUID engagementId, String customer, EngagementStatus status, boolean pending, List<NextTask> next) {}

    /** A task that the person may work on. */
    public record NextTask(
            String taskId,
            String activityId,
            @Nullable String name,
            @Nullable String assignee,
            @Nullable Instant dueAt) {}

    /**
     * Returns the next tasks after a completed one.
     *
     * @param groups the person's groups
     * @throws UnknownTaskException if no such task was completed
     */
    public Next after(String taskId, String user, Collection<String> groups) {
        UUID engagement = answers.engagementOf(taskId).orElseThrow(UnknownTaskException::new);
        EngagementState state = engagements.state(engagement);
        return new Next(
                engagement,
                state.engagement().customer().name(),
                state.engagement().status(),
                state.currentActivities().stream().anyMatch(activity -> activity.taskId() == null),
                state.currentActivities().stream()
                        .filter(activity -> activity.taskId() != null && mayDo(activity, user, groups))
                        .sorted(Comparator.comparing((CurrentActivity activity) -> !user.equals(activity.assignee()))
                                .thenComparing(CurrentActivity::dueAt, Comparator.nullsLast(Comparator.naturalOrder())))
                        .map(activity -> new NextTask(
                                Objects.requireNonNull(activity.taskId()),
                                activity.activityId(),
                                activity.name(),
                                activity.assignee(),
                                activity.dueAt()))
                        .toList());
    }

    private static boolean mayDo(CurrentActivity activity, String user, Collection<String> groups) {
        return activity.assignee() == null
                ? activity.candidateGroups().stream().anyMatch(groups::contains)
                : activity.assignee().equals(user);
    }
}
