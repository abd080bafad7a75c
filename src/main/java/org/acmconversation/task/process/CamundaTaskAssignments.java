package org.acmconversation.task.process;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.acmconversation.database.Transactions;
import org.acmconversation.engagement.BusinessKey;
import org.acmconversation.engine.task.TaskLock;
import org.acmconversation.security.Caller;
import org.acmconversation.task.TaskAssignments;
import org.acmconversation.task.TaskTakenException;
import org.acmconversation.task.UnknownTaskException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Claims and assigns tasks through the engine, which authorizes each call as the current user. */
@Component
class CamundaTaskAssignments implements TaskAssignments {

    private final TaskService taskService;
    private final RuntimeService runtimeService;
    private final IdentityService identityService;
    private final EngineCaller engine;
    private final TaskLock lock;
    private final Transactions transactions;

    CamundaTaskAssignments(
            TaskService taskService,
            RuntimeService runtimeService,
            IdentityService identityService,
            EngineCaller engine,
            TaskLock lock,
            Transactions transactions) {
        this.taskService = taskService;
        this.runtimeService = runtimeService;
        this.identityService = identityService;
        this.engine = engine;
        this.lock = lock;
        this.transactions = transactions;
    }

    @Override
    public void claim(UUID engagementId, String taskId, Caller caller) {
        transactions.run(() -> as(caller, () -> {
            require(engagementId, taskId);
            taskService.claim(taskId, caller.name());
        }));
    }

    @Override
    public void unclaim(UUID engagementId, String taskId, Caller caller) {
        transactions.run(() -> {
            String assignee = lock.assignee(taskId).orElse(null);
            return engine.as(caller, () -> {
                require(engagementId, taskId);
                TaskTakenException.throwIfTaken(caller.name(), assignee);
                if (assignee != null) {
                    taskService.setAssignee(taskId, null);
                }
                return null;
            });
        });
    }

    @Override
    public void assign(UUID engagementId, String taskId, @Nullable String seen, String receiver, Caller caller) {
        transactions.run(() -> {
            String assignee = lock.assignee(taskId).orElse(null);
            return engine.as(caller, () -> {
                require(engagementId, taskId);
                if (!receiver.equals(assignee)) {
                    TaskTakenException.throwIfTaken(seen, assignee);
                    taskService.setAssignee(taskId, receiver);
                }
                return null;
            });
        });
    }

    @Override
    public Optional<UUID> engagementOf(String taskId, Caller caller) {
        return engine.as(
                        caller,
                        () -> Optional.ofNullable(
                                taskService.createTaskQuery().taskId(taskId).singleResult()))
                .map(task -> runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceId(task.getProcessInstanceId())
                        .singleResult())
                .flatMap(instance -> BusinessKey.engagementId(instance.getBusinessKey()));
    }

    @Override
    public List<String> members(Collection<String> groups) {
        return groups.stream()
                .flatMap(group -> identityService.createUserQuery().memberOfGroup(group).list().stream())
                .map(User::getId)
                .distinct()
                .sorted()
                .toList();
    }

    /** Queried as the person: a task that they may not read does not exist for them. */
    private Task require(UUID engagementId, String taskId) {
        Task task = taskService
                .createTaskQuery()
                .taskId(taskId)
                .processInstanceBusinessKey(engagementId.toString())
                .singleResult();
        if (task == null) {
            throw new UnknownTaskException();
        }
        return task;
    }

    private void as(Caller caller, Runnable work) {
        engine.as(caller, () -> {
            work.run();
            return null;
        });
    }
}
