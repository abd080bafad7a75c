package org.acmconversation.engagementpage.web;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.acmconversation.engagement.CurrentActivity;
import org.acmconversation.engagement.EngagementState;
import org.acmconversation.engine.task.HandOverRule;
import org.acmconversation.security.Groups;
import org.acmconversation.security.Role;
import org.acmconversation.task.TaskAssignments;
import org.acmconversation.webpage.PeopleNames;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** The open tasks of an engagement, with the actions that a person may take. */
@Component
class EngagementTasks {

    private final TaskAssignments assignments;
    private final HandOverRule handOver;
    private final PeopleNames names;

    EngagementTasks(TaskAssignments assignments, HandOverRule handOver, PeopleNames names) {
        this.assignments = assignments;
        this.handOver = handOver;
        this.names = names;
    }

    /**
     * An open task.
     *
     * @param groups names of the roles that may work on it
     * @param isMine whether the person is the assignee
     * @param isFree whether the person may claim it now
     * @param receivers people to whom the person may assign it
     */
    record OpenTask(
            String id,
            @Nullable String name,
            @Nullable String assignee,
            @Nullable Instant dueAt,
            List<String> groups,
            boolean isMine,
            boolean isFree,
            List<String> receivers) {

        /** Whether the person may act on it. */
        public boolean isOpen() {
            return isMine || isFree || !receivers.isEmpty();
        }
    }

    List<OpenTask> of(EngagementState state, Authentication user) {
        return state.currentActivities().stream()
                .filter(activity -> activity.taskId() != null)
                .map(activity -> task(activity, user.getName(), Groups.of(user)))
                .toList();
    }

    private OpenTask task(CurrentActivity activity, String user, Collection<String> groups) {
        boolean isMine = user.equals(activity.assignee());
        boolean isFree = activity.assignee() == null
                && activity.candidateGroups().stream().anyMatch(groups::contains);
        return new OpenTask(
                Objects.requireNonNull(activity.taskId()),
                activity.name(),
                activity.assignee(),
                activity.dueAt(),
                activity.candidateGroups(),
                isMine,
                isFree,
                mayAssign(activity, groups) ? receivers(activity) : List.of());
    }

    /** The engine checks it again. */
    private boolean mayAssign(CurrentActivity activity, Collection<String> groups) {
        return groups.contains(Role.ADMINISTRATOR.group()) || handOver.allows(groups, activity.candidateGroups());
    }

    private List<String> receivers(CurrentActivity activity) {
        return assignments.members(activity.candidateGroups()).stream()
                .filter(member -> !member.equals(activity.assignee()))
                .sorted(Comparator.comparing((String member) -> String.valueOf(names.of(member)))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** The activities that do not wait for a person. */
    static List<String> waiting(EngagementState state) {
        return state.currentActivities().stream()
                .filter(activity -> activity.taskId() == null)
                .map(CurrentActivity::name)
                .distinct()
                .toList();
    }
}
