package org.acmconversation.task;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.acmconversation.engagement.Due;
import org.acmconversation.security.Caller;
import org.jspecify.annotations.Nullable;

/** Finds open tasks and assigns them; port for bulk assignment. */
public interface AssignableTasks {

    /**
     * An open task and its assignee.
     *
     * @param name name of the task, in Spanish
     * @param engagementId null if its process belongs to none
     */
    record OpenTask(
            String id,
            @Nullable String name,
            @Nullable UUID engagementId,
            @Nullable String assignee,
            @Nullable Instant dueAt) {

        /** Returns this task with the assignee that somebody saw on a page. */
        OpenTask seenWith(@Nullable String assignee) {
            return new OpenTask(id, name, engagementId, assignee, dueAt);
        }
    }

    /**
     * A task, open or not.
     *
     * @param name name of the task, in Spanish; null also if nothing is known of the task
     * @param engagementId null if its process belongs to none
     */
    record NamedTask(
            String id, @Nullable String name, @Nullable UUID engagementId) {}

    /**
     * Selected tasks.
     *
     * @param total total number of matching tasks, of which these are the first
     */
    record Chosen(List<OpenTask> tasks, long total) {}

    /**
     * Returns the tasks that a filter selects, by due date.
     *
     * @param span the period of the filter's due dates
     * @param departed people who have left, if the filter asks for their tasks
     */
    Chosen choose(TaskFilter filter, Due.Span span, Collection<String> departed, int limit);

    /** Returns some of the tasks that {@link #choose} would return, without their total number. */
    List<OpenTask> list(TaskFilter filter, Due.Span span, Collection<String> departed, int offset, int limit);

    /** Returns those of the tasks that exist. */
    List<OpenTask> find(Collection<String> taskIds);

    /** Returns the names of tasks, in the same order, even if they have ended. */
    List<NamedTask> named(Collection<String> taskIds);

    /**
     * Assigns a task or returns it to its queue. Must be called in a transaction.
     *
     * @param task the task as it was when it was selected or shown
     * @param receiver new assignee; null for its queue
     * @param reason text for a comment on the task
     * @return whether anything has changed
     * @throws UnknownTaskException if there is no such task, or it is not theirs to give
     * @throws TaskTakenException if somebody else has claimed it since
     * @throws UnfitReceiverException if the receiver is not a candidate of the task
     */
    boolean assign(OpenTask task, @Nullable String receiver, @Nullable String reason, Caller caller);
}
