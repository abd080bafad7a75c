package org.acmconversation.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.acmconversation.database.PageRequest;
import org.acmconversation.engagement.CurrentActivity;
import org.acmconversation.engagement.EngagementState;
import org.acmconversation.engagement.EngagementStatus;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.formanswer.Answers;
import org.acmconversation.timeline.CompletedTasks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The engagement's next tasks that a person may work on after completing one. */
@Component
public class NextTasks {

    private static final Duration FRESH = Duration.ofDays(1);

    /** Maximum number of completed tasks to consider; they belong to fewer engagements. */
    private static final int LATEST = 10;

    private final Answers answers;
    private final CompletedTasks completedTasks;
    private final Engagements engagements;
    private final Clock clock;

    NextTasks(Answers answers, CompletedTasks completedTasks, Engagements engagements, Clock clock) {
        this.answers = answers;
        this.completedTasks = completedTasks;
        this.engagements = engagements;
        this.clock = clock;
    }

    /**
     * The next tasks.
     *
     * @param pending whether the engagement waits for the service itself, so that more tasks may follow shortly
     * @param next the person's own tasks first, then by due date
     */
    public record Next(
            UUID engagementId,
            String customer,
            String externalId,
            EngagementStatus status,
            boolean pending,
            List<NextTask> next) {}

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
        return of(answers.engagementOf(taskId).orElseThrow(UnknownTaskException::new), user, groups);
    }

    /**
     * Returns the next tasks after those that a person has completed within a day, latest first. Omits engagements
     * without tasks for the person.
     *
     * @param groups the person's groups
     */
    public List<Next> afterLatest(String user, Collection<String> groups) {
        var latest =
                new CompletedTasks.Query(user, null, clock.instant().minus(FRESH), null, new PageRequest(0, LATEST));
        return completedTasks.find(latest).items().stream()
                .map(CompletedTasks.CompletedTask::engagementId)
                .distinct()
                .map(engagement -> of(engagement, user, groups))
                .filter(next -> !next.next().isEmpty())
                .toList();
    }

    private Next of(UUID engagement, String user, Collection<String> groups) {
        EngagementState state = engagements.state(engagement);
        return new Next(
                engagement,
                state.engagement().customer().name(),
                state.engagement().externalId(),
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
