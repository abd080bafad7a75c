package org.acmconversation.engine.task;

import java.util.Map;
import org.acmconversation.problem.StorableText;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cmd.AddCommentCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/**
 * The engine's task service. It validates what completes or resolves a task against the task's form, lets candidates
 * claim and return a task for themselves, and lets people hand over a task only if the rule allows it.
 */
public class CheckedTaskService extends TaskServiceImpl {

    private final CompletionGuard guard;
    private final HandOver handOver;
    private final Iterable<CommentObserver> comments;
    private final ConflictRetry retry = new ConflictRetry();

    public CheckedTaskService(CompletionGuard guard, HandOver handOver, Iterable<CommentObserver> comments) {
        this.guard = guard;
        this.handOver = handOver;
        this.comments = comments;
    }

    @Override
    public void complete(String taskId, @Nullable Map<String, Object> variables) {
        retry.execute(() -> commandExecutor.execute(new CheckedCompleteTask(taskId, variables, false, false)));
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String taskId, @Nullable Map<String, Object> variables, boolean deserializeValues) {
        return retry.execute(
                () -> commandExecutor.execute(new CheckedCompleteTask(taskId, variables, true, deserializeValues)));
    }

    @Override
    public void resolveTask(String taskId) {
        resolveTask(taskId, null);
    }

    @Override
    public void resolveTask(String taskId, @Nullable Map<String, Object> variables) {
        retry.execute(() -> commandExecutor.execute(new CheckedResolveTask(taskId, variables)));
    }

    /** Candidates may claim a task for themselves; assigning it to somebody else requires the right to hand it over. */
    @Override
    public void claim(String taskId, String userId) {
        commandExecutor.execute(context -> {
            var claim = new ClaimTaskCmd(taskId, userId);
            TaskEntity task = find(taskId, context);
            if (isCaller(userId, context)) {
                claim.execute(context);
                return endSubstitution(task);
            }
            handOver.assign(
                    task,
                    userId,
                    authorized -> {
                        checkAssign(task, authorized);
                        return claim.execute(authorized);
                    },
                    context);
            return endSubstitution(task);
        });
    }

    /** The assignee may return a task to its queue, without the right to hand over tasks of others. */
    @Override
    public void setAssignee(String taskId, String userId) {
        commandExecutor.execute(context -> {
            TaskEntity task = find(taskId, context);
            var assign = new AssignTaskCmd(taskId, userId);
            if (userId == null && task != null && isCaller(task.getAssignee(), context)) {
                context.runWithoutAuthorization(assign);
            } else {
                handOver.assign(task, userId, assign, context);
            }
            return endSubstitution(task);
        });
    }

    /**
     * The owner is the person from whom a substitute has taken over the task; the next assignee is not a substitute, so
     * it is cleared.
     */
    private static @Nullable Void endSubstitution(@Nullable TaskEntity task) {
        if (task != null && task.getOwner() != null) {
            task.setOwner(null);
        }
        return null;
    }

    @Override
    public void saveTask(Task task) {
        commandExecutor.execute(context -> {
            var save = new SaveTaskCmd(task);
            if (!(task instanceof TaskEntity entity) || entity.getRevision() == 0) {
                return save.execute(context);
            }
            boolean isPriorityChosen = entity.getPropertyChanges().containsKey(TaskEntity.PRIORITY);
            TaskDeadlines.Restarted restarted = MovedTimers.follow(entity, context);
            handOver.save(entity, save, context);
            if (!isPriorityChosen) {
                // Afterwards, because a manager may change dates only.
                TaskDeadlines.lowerPriority(entity, restarted);
            }
            return null;
        });
    }

    /** Comments must be storable text, from Tasklist, too. */
    @Override
    public Comment createComment(String taskId, String processInstanceId, String message) {
        if (message != null && !StorableText.isStorable(message)) {
            throw new BadUserRequestException("The comment " + StorableText.MESSAGE);
        }
        return commandExecutor.execute(context -> {
            Comment comment = new AddCommentCmd(taskId, processInstanceId, message).execute(context);
            TaskEntity task = find(taskId, context);
            if (task != null && task.getExecution() != null) {
                var observed = new ObservedComment(
                        comment.getId(),
                        task.getExecution().getProcessBusinessKey(),
                        taskId,
                        task.getTaskDefinitionKey(),
                        task.getName(),
                        message);
                comments.forEach(observer -> observer.commented(observed));
            }
            return comment;
        });
    }

    private static @Nullable TaskEntity find(String taskId, CommandContext context) {
        return taskId == null ? null : context.getTaskManager().findTaskById(taskId);
    }

    private static boolean isCaller(String userId, CommandContext context) {
        return context.getAuthenticatedUserId() == null
                || context.getAuthenticatedUserId().equals(userId);
    }

    private static void checkAssign(@Nullable TaskEntity task, CommandContext context) {
        if (task != null) {
            context.getProcessEngineConfiguration()
                    .getCommandCheckers()
                    .forEach(checker -> checker.checkTaskAssign(task));
        }
    }

    private class CheckedCompleteTask extends CompleteTaskCmd {

        CheckedCompleteTask(
                String taskId,
                @Nullable Map<String, Object> variables,
                boolean returnVariables,
                boolean deserializeValues) {
            super(taskId, variables, returnVariables, deserializeValues);
        }

        @Override
        protected void checkCompleteTask(TaskEntity task, CommandContext commandContext) {
            super.checkCompleteTask(task, commandContext);
            variables = guard.complete(task, variables, commandContext);
        }
    }

    private class CheckedResolveTask extends ResolveTaskCmd {

        CheckedResolveTask(String taskId, @Nullable Map<String, Object> variables) {
            super(taskId, variables);
        }

        @Override
        protected void checkCompleteTask(TaskEntity task, CommandContext commandContext) {
            super.checkCompleteTask(task, commandContext);
            variables = guard.check(task, variables, commandContext);
        }
    }
}
