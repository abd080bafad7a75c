package org.acmconversation.timeline.process;

import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.acmconversation.engine.task.RunningTask;
import org.acmconversation.timeline.Timeline;
import org.acmconversation.timeline.TimelineEntry.Event;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Adds listeners to every user task and decision, so that models need no configuration for the timeline. */
@Component
class TimelineListeners extends AbstractBpmnParseListener {

    private static final String RESULT_VARIABLE = "resultVariable";

    private final ObjectProvider<Timeline> timeline;

    /** Lazy, because the timeline is created after the engine, with which it shares the database. */
    TimelineListeners(ObjectProvider<Timeline> timeline) {
        this.timeline = timeline;
    }

    @Override
    public void parseUserTask(Element userTask, ScopeImpl scope, ActivityImpl activity) {
        var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        definition.addTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, task -> assigned(task));
        definition.addTaskListener(TaskListener.EVENTNAME_UPDATE, task -> rescheduled(task));
        definition.addTaskListener(
                TaskListener.EVENTNAME_COMPLETE, task -> record(task, Event.TASK_COMPLETED, detail(task)));
    }

    @Override
    public void parseBusinessRuleTask(Element businessRuleTask, ScopeImpl scope, ActivityImpl activity) {
        String decision = businessRuleTask.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, "decisionRef");
        String result = businessRuleTask.attributeNS(BpmnParse.CAMUNDA_BPMN_EXTENSIONS_NS, RESULT_VARIABLE);
        if (decision != null && result != null) {
            activity.addListener(ExecutionListener.EVENTNAME_END, (ExecutionListener)
                    execution -> decided(execution, decision, execution.getVariable(result)));
        }
    }

    /**
     * For a claim, actor and assignee are the same; for an assignment by somebody else they differ. A new task is
     * assigned by its model, not by the person who completed the previous one.
     */
    private void assigned(DelegateTask task) {
        Map<String, Object> detail = detail(task);
        Object previous = change(task, TaskEntity.ASSIGNEE)
                .map(PropertyChange::getOrgValue)
                .orElse(null);
        if (previous != null) {
            detail.put("previousAssignee", previous);
        }
        String caller = Context.getCommandContext().getAuthenticatedUserId();
        if (((TaskEntity) task).getRevision() == 0) {
            timeline.getObject()
                    .recordOfSystem(
                            RunningTask.execution(task).getProcessBusinessKey(),
                            Event.TASK_ASSIGNED,
                            task.getTaskDefinitionKey(),
                            task.getName(),
                            detail);
        } else if (task.getAssignee() == null) {
            record(task, Event.TASK_UNCLAIMED, detail);
        } else {
            // When somebody takes a task over or back, the owner changes together with the assignee.
            boolean isOwn = task.getAssignee().equals(caller)
                    || change(task, TaskEntity.OWNER).isPresent();
            record(task, isOwn ? Event.TASK_CLAIMED : Event.TASK_ASSIGNED, detail);
        }
    }

    private void rescheduled(DelegateTask task) {
        Map<String, Object> detail = detail(task);
        change(task, TaskEntity.DUE_DATE).ifPresent(due -> putDates(detail, "dueAt", due));
        change(task, TaskEntity.FOLLOW_UP_DATE).ifPresent(followUp -> putDates(detail, "followUpAt", followUp));
        if (detail.containsKey("dueAt") || detail.containsKey("followUpAt")) {
            record(task, Event.TASK_RESCHEDULED, detail);
        }
    }

    private static void putDates(Map<String, Object> detail, String name, PropertyChange change) {
        detail.put(name, date(change.getNewValue()));
        detail.put(
                "previous" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
                date(change.getOrgValue()));
    }

    private static @Nullable String date(Object date) {
        return date instanceof Date moment ? moment.toInstant().toString() : null;
    }

    private static Optional<PropertyChange> change(DelegateTask task, String property) {
        return Optional.ofNullable(((TaskEntity) task).getPropertyChanges().get(property));
    }

    private static Map<String, Object> detail(DelegateTask task) {
        Map<String, Object> detail = new HashMap<>();
        detail.put("taskId", task.getId());
        if (task.getAssignee() != null) {
            detail.put("assignee", task.getAssignee());
        }
        String owner = ((TaskEntity) task).getOwner();
        if (owner != null && !owner.equals(task.getAssignee())) {
            detail.put("owner", owner);
        }
        return detail;
    }

    private void record(DelegateTask task, Event event, Map<String, ?> detail) {
        record(RunningTask.execution(task), event, task.getTaskDefinitionKey(), task.getName(), detail);
    }

    private void decided(DelegateExecution execution, String decision, Object result) {
        record(
                execution,
                Event.DECISION_MADE,
                execution.getCurrentActivityId(),
                execution.getCurrentActivityName(),
                result == null ? Map.of("decision", decision) : Map.of("decision", decision, "result", result));
    }

    private void record(
            DelegateExecution execution, Event event, String activityId, String name, Map<String, ?> detail) {
        timeline.getObject().record(execution.getProcessBusinessKey(), event, activityId, name, detail);
    }
}
