package org.acmconversation.task;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.acmconversation.engagement.Due;
import org.acmconversation.task.TaskAssignments.Person;
import org.jspecify.annotations.Nullable;

/** Open tasks, wherever they are, for whoever assigns many of them. */
public interface AssignableTasks {

    /**
     * An open task and who has it.
     *
     * @param name name of the task, in Spanish
     * @param engagementId null if its process belongs to none
     */
    record OpenTask(
            String id,
            @Nullable String name,
            @Nullable UUID engagementId,
            @Nullable String assignee,
            @Nullable Instant dueAt) {}

    /**
     * Tasks that were chosen.
     *
     * @param total how many there are, of which these are the first
     */
    record Chosen(List<OpenTask> tasks, long total) {}

    /**
     * The tasks that a filter chooses, what is due first first.
     *
     * @param span the due dates that the filter means
     * @param departed people who left, where the filter is about them
     */
    Chosen choose(TaskFilter filter, Due.Span span, Collection<String> departed, int limit);

    /** Those of some tasks that there are. */
    List<OpenTask> find(Collection<String> taskIds);

    /**
     * Gives a task to somebody or back to its queue. It takes a transaction around it.
     *
     * @param task as it was when it was chosen
     * @param receiver null for its queue
     * @param reason what the task's comments say about it
     * @return whether anything has changed
     * @throws UnknownTaskException if there is no such task, or it is not theirs to give
     * @throws TaskTakenException if somebody else has it meanwhile
     * @throws UnfitReceiverException if the receiver is none of the task's candidates
     */
    boolean assign(OpenTask task, @Nullable String receiver, @Nullable String reason, Person person);
}
