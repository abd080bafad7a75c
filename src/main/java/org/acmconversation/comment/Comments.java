package org.acmconversation.comment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.acmconversation.database.Transactions;
import org.acmconversation.engine.task.CommentObserver;
import org.acmconversation.engine.task.ObservedComment;
import org.acmconversation.task.TaskAccess;
import org.acmconversation.timeline.Timeline;
import org.acmconversation.timeline.TimelineEntry;
import org.acmconversation.timeline.TimelineEntry.Event;
import org.springframework.stereotype.Component;

/**
 * Comments on the tasks of engagements. They are stored in the timeline, whether they were written here or in Tasklist,
 * because the engine deletes its own with the task's history.
 */
@Component
public class Comments implements CommentObserver {

    /** Maximum length of a comment, in characters. */
    public static final int MAX_LENGTH = 4000;

    private static final String ID = "commentId";
    private static final String TEXT = "text";

    private final TaskComments taskComments;
    private final TaskAccess tasks;
    private final Timeline timeline;
    private final Transactions transactions;

    Comments(TaskComments taskComments, TaskAccess tasks, Timeline timeline, Transactions transactions) {
        this.taskComments = taskComments;
        this.tasks = tasks;
        this.timeline = timeline;
        this.transactions = transactions;
    }

    /**
     * Comments on an open task.
     *
     * @param groups the author's groups
     * @throws org.acmconversation.task.UnknownTaskException if no engagement has this task, or the author may not see
     *     it
     */
    public Comment add(String taskId, String author, Collection<String> groups, String text) {
        UUID engagement = tasks.requireVisible(taskId, author, groups);
        return transactions.run(() -> {
            UUID id = taskComments.add(taskId, text);
            return of(engagement).stream()
                    .filter(comment -> comment.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        });
    }

    /** The comments of an engagement, oldest first. */
    public List<Comment> of(UUID engagementId) {
        return timeline.of(engagementId).stream()
                .filter(entry -> entry.event() == Event.TASK_COMMENTED)
                .map(Comments::comment)
                .toList();
    }

    private static Comment comment(TimelineEntry entry) {
        return new Comment(
                UUID.fromString((String) entry.detail().get(ID)),
                Objects.requireNonNull(entry.taskId()),
                entry.activityId(),
                entry.name(),
                entry.actor(),
                entry.at(),
                String.valueOf(entry.detail().getOrDefault(TEXT, "")));
    }

    @Override
    public void commented(ObservedComment comment) {
        timeline.record(
                comment.businessKey(),
                Event.TASK_COMMENTED,
                comment.activityId(),
                comment.taskName(),
                Map.of("taskId", comment.taskId(), ID, comment.id(), TEXT, comment.text()));
    }
}
