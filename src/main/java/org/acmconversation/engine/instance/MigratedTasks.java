package org.acmconversation.engine.instance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acmconversation.engine.task.TaskDeadlines;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerEventJobHandler.TimerJobConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/**
 * Updates open tasks and timers of a migrated process instance where its old and new models differ. The engine keeps
 * the names, groups, priorities and due dates of the old model. Claimed tasks stay as they are; only their timers
 * change. In other tasks, values are updated where the models differ: a name keeps the prefix of a listener, and one
 * that a person has changed stays.
 */
class MigratedTasks {

    private static final String TIMER = "timerEventDefinition";

    private final String source;
    private final String target;
    private final Map<String, String> activities = new HashMap<>();
    private final Set<String> timers = new HashSet<>();

    /**
     * Updates one process instance.
     *
     * @param source id of the old definition
     * @param target id of the new one
     */
    MigratedTasks(String source, String target) {
        this.source = source;
        this.target = target;
    }

    /** Records the tasks and timers before the migration. */
    void remember(String instance, CommandContext context) {
        context.getTaskManager()
                .findTasksByProcessInstanceId(instance)
                .forEach(task -> activities.put(task.getId(), task.getTaskDefinitionKey()));
        timersOf(instance, context).forEach(timer -> timers.add(timer.getId()));
    }

    private static List<JobEntity> timersOf(String instance, CommandContext context) {
        return context.getJobManager().findJobsByProcessInstanceId(instance).stream()
                .filter(TimerEntity.class::isInstance)
                .toList();
    }

    /** Updates tasks and timers after the migration. */
    void align(String instance, CommandContext context) {
        var cache = context.getProcessEngineConfiguration().getDeploymentCache();
        ProcessDefinitionEntity before = cache.findDeployedProcessDefinitionById(source);
        ProcessDefinitionEntity after = cache.findDeployedProcessDefinitionById(target);
        List<TaskEntity> tasks = context.getTaskManager().findTasksByProcessInstanceId(instance);
        for (TaskEntity task : tasks) {
            TaskDefinition old = before.getTaskDefinitions().get(activities.get(task.getId()));
            TaskDefinition now = after.getTaskDefinitions().get(task.getTaskDefinitionKey());
            if (old != null && now != null && task.getAssignee() == null) {
                within(task.getExecution(), () -> align(task, old, now, context));
            }
        }
        alignTimers(instance, tasks, context);
    }

    /** Expressions and calendars get the current engagement from the execution. */
    private static void within(ExecutionEntity execution, Runnable work) {
        Context.setExecutionContext(execution);
        try {
            work.run();
        } finally {
            Context.removeExecutionContext();
        }
    }

    private static void align(TaskEntity task, TaskDefinition old, TaskDefinition now, CommandContext context) {
        if (differ(old.getNameExpression(), now.getNameExpression())) {
            task.setName(renamed(task, text(old.getNameExpression(), task), text(now.getNameExpression(), task)));
        }
        if (differ(old.getPriorityExpression(), now.getPriorityExpression()) && now.getPriorityExpression() != null) {
            task.setPriority(Integer.parseInt(text(now.getPriorityExpression(), task)));
        }
        if (differ(old.getDueDateExpression(), now.getDueDateExpression())) {
            // Computed from the creation of the task, as if it had been created with the new model.
            task.setDueDate(TaskDeadlines.due(now.getDueDateExpression(), task, context));
            TaskDeadlines.lowerPriority(task, TaskDeadlines.restartTimers(task, UnaryOperator.identity(), context));
        }
        if (!texts(old.getCandidateGroupIdExpressions()).equals(texts(now.getCandidateGroupIdExpressions()))) {
            Set<String> removed = groups(old.getCandidateGroupIdExpressions(), task);
            Set<String> added = groups(now.getCandidateGroupIdExpressions(), task);
            removed.stream().filter(group -> !added.contains(group)).forEach(task::deleteCandidateGroup);
            added.stream().filter(group -> !removed.contains(group)).forEach(task::addCandidateGroup);
        }
        task.triggerUpdateEvent();
    }

    private static boolean differ(@Nullable Expression old, @Nullable Expression now) {
        return !Objects.equals(
                old == null ? null : old.getExpressionText(), now == null ? null : now.getExpressionText());
    }

    private static Set<String> texts(Collection<Expression> expressions) {
        return expressions.stream().map(Expression::getExpressionText).collect(Collectors.toSet());
    }

    private static String text(@Nullable Expression expression, TaskEntity task) {
        Object value = expression == null ? null : expression.getValue(task.getExecution());
        return value == null ? "" : value.toString();
    }

    /** Keeps a prefix that a listener has added to the model's name. */
    private static String renamed(TaskEntity task, String old, String now) {
        String name = task.getName() == null ? "" : task.getName();
        String end = withSmallInitial(old);
        if (name.equals(old) || old.isEmpty() || !name.endsWith(end)) {
            return name.equals(old) || name.isEmpty() ? now : name;
        }
        return name.substring(0, name.length() - end.length()) + withSmallInitial(now);
    }

    private static String withSmallInitial(String name) {
        return name.isEmpty() ? name : name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static Set<String> groups(Collection<Expression> expressions, TaskEntity task) {
        return expressions.stream()
                .map(expression -> expression.getValue(task.getExecution()))
                .flatMap(value -> value instanceof Collection<?> several
                        ? several.stream().map(String::valueOf)
                        : Stream.of(String.valueOf(value).split(",", 0)))
                .map(String::strip)
                .collect(Collectors.toSet());
    }

    private void alignTimers(String instance, List<TaskEntity> tasks, CommandContext context) {
        var cache = context.getProcessEngineConfiguration().getDeploymentCache();
        BpmnModelInstance before = cache.findBpmnModelInstanceForProcessDefinition(source);
        BpmnModelInstance after = cache.findBpmnModelInstanceForProcessDefinition(target);
        for (JobEntity timer : timersOf(instance, context)) {
            boolean isNew = !timers.contains(timer.getId());
            if (isNew) {
                // The timer was just created, but the task may be older.
                tasks.stream()
                        .filter(task -> isAt(task, timer, after))
                        .findFirst()
                        .ifPresent(task -> timer.setCreateTime(task.getCreateTime()));
            }
            if (isNew
                    || !expressions(before, timer.getActivityId()).equals(expressions(after, timer.getActivityId()))) {
                recalculate((TimerEntity) timer, context);
            }
        }
    }

    /** The engine's own command does not find the reminders of tasks. */
    private void recalculate(TimerEntity timer, CommandContext context) {
        ActivityImpl activity = context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(target)
                .findActivity(timer.getActivityId());
        var configuration = (TimerJobConfiguration) timer.getJobHandlerConfiguration();
        TimerDeclarationImpl declaration = configuration.getTimerElementSecondaryKey() == null
                ? TimerDeclarationImpl.getDeclarationsForScope(activity.getEventScope())
                        .get(timer.getActivityId())
                : TimerDeclarationImpl.getTimeoutListenerDeclarationsForScope(activity)
                        .getOrDefault(timer.getActivityId(), Map.of())
                        .get(configuration.getTimerElementSecondaryKey());
        if (declaration != null) {
            within(timer.getExecution(), () -> declaration.resolveAndSetDuedate(timer.getExecution(), timer, true));
        }
    }

    /** Whether the timer is a reminder of the task, or an event at its boundary. */
    private static boolean isAt(TaskEntity task, JobEntity timer, BpmnModelInstance model) {
        ModelElementInstance event = model.getModelElementById(timer.getActivityId());
        return task.getTaskDefinitionKey().equals(timer.getActivityId())
                || event != null && task.getTaskDefinitionKey().equals(event.getAttributeValue("attachedToRef"));
    }

    /** The durations and dates of an element's timers. */
    private static List<String> expressions(BpmnModelInstance model, String activityId) {
        List<String> found = new ArrayList<>();
        ModelElementInstance element = model.getModelElementById(activityId);
        if (element != null) {
            collect(element.getDomElement(), found);
        }
        return found;
    }

    private static void collect(DomElement element, List<String> found) {
        for (DomElement child : element.getChildElements()) {
            if (child.getLocalName().equals(TIMER)) {
                child.getChildElements()
                        .forEach(time -> found.add(time.getLocalName() + " "
                                + time.getTextContent().strip()));
            } else {
                collect(child, found);
            }
        }
    }
}
