package org.acmconversation.engine.task;

import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Notifies the observers of tasks. Its listeners also run when custom listeners are skipped, so that tasks of a deleted
 * process count as canceled.
 */
@Component
public class TaskObservers extends AbstractBpmnParseListener {

    private final ObjectProvider<TaskObserver> observers;

    /** Lazy, because observers share the database with the engine and are created after it. */
    TaskObservers(ObjectProvider<TaskObserver> observers) {
        this.observers = observers;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl userTask) {
        var definition = ((UserTaskActivityBehavior) userTask.getActivityBehavior()).getTaskDefinition();
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::created);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_UPDATE, this::updated);
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, task -> changed(task, now(), true));
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, task -> changed(task, now(), false));
    }

    private void created(DelegateTask task) {
        ObservedTask observed = observed(task, null, false);
        observers.forEach(observer -> observer.created(observed));
    }

    private void updated(DelegateTask task) {
        if (((TaskEntity) task).getPropertyChanges().containsKey(TaskEntity.DUE_DATE)) {
            changed(task);
        }
    }

    /** Notifies the observers of an open task. Call this after a change of which the engine's events say too little. */
    public void changed(DelegateTask task) {
        changed(task, null, false);
    }

    private void changed(DelegateTask task, @Nullable Instant closedAt, boolean completed) {
        ObservedTask observed = observed(task, closedAt, completed);
        observers.forEach(observer -> observer.changed(observed));
    }

    private static ObservedTask observed(DelegateTask task, @Nullable Instant closedAt, boolean completed) {
        return new ObservedTask(
                task.getId(),
                RunningTask.execution(task).getProcessBusinessKey(),
                ((TaskEntity) task).getProcessDefinition().getKey(),
                task.getTaskDefinitionKey(),
                closedAt == null ? groups(task) : "",
                task.getCreateTime().toInstant(),
                instant(task.getDueDate()),
                closedAt,
                completed);
    }

    private static String groups(DelegateTask task) {
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static @Nullable Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }

    /** The engine's time, which is also the one in its history. */
    private static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }
}
