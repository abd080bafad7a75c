package org.acmconversation.timeline.process;

import java.util.Map;
import org.acmconversation.timeline.Timeline;
import org.acmconversation.timeline.TimelineEntry.Event;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Has every user task and every decision of every model tell the timeline, so that analysts need not model it. */
@Component
class TimelineListeners extends AbstractBpmnParseListener {

    private static final String RESULT_VARIABLE = "resultVariable";

    private final ObjectProvider<Timeline> timeline;

    /** The timeline is made after the engine, whose database it shares. */
    TimelineListeners(ObjectProvider<Timeline> timeline) {
        this.timeline = timeline;
    }

    @Override
    public void parseUserTask(Element userTask, ScopeImpl scope, ActivityImpl activity) {
        var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        definition.addTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, task -> assigned(task));
        definition.addTaskListener(TaskListener.EVENTNAME_COMPLETE, task -> record(task, Event.TASK_COMPLETED));
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

    private void assigned(DelegateTask task) {
        record(task, task.getAssignee() == null ? Event.TASK_UNCLAIMED : Event.TASK_CLAIMED);
    }

    private void record(DelegateTask task, Event event) {
        var detail = task.getAssignee() == null
                ? Map.of("taskId", task.getId())
                : Map.of("taskId", task.getId(), "assignee", task.getAssignee());
        record(task.getExecution(), event, task.getTaskDefinitionKey(), task.getName(), detail);
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
