package org.acmconversation.engine.instance;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionEvaluationEvent;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionInstanceEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Records which elements of processes and which rows of decisions an engine reaches. */
public class VisitedElements extends AbstractBpmnParseListener implements HistoryEventHandler {

    private final Set<Visited> visited = ConcurrentHashMap.newKeySet();
    private final Runnable eachActivity;

    /** @param eachActivity called for each activity that starts; an exception rolls back the current command */
    public VisitedElements(Runnable eachActivity) {
        this.eachActivity = eachActivity;
    }

    /**
     * An element.
     *
     * @param definition id of its process or decision in the model
     * @param elementId id of an activity, event, gateway, sequence flow, or row of a decision table
     */
    public record Visited(String definition, String elementId) {}

    /** Returns the elements visited since the last call. */
    public Set<Visited> drain() {
        Set<Visited> drained = Set.copyOf(visited);
        visited.clear();
        return drained;
    }

    @Override
    public void parseSequenceFlow(Element flow, ScopeImpl scope, TransitionImpl transition) {
        transition.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener)
                execution -> visited.add(new Visited(
                        ((ProcessDefinitionEntity) transition.getProcessDefinition()).getKey(), transition.getId())));
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricActivityInstanceEventEntity activity
                && event.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_START)) {
            eachActivity.run();
            visited.add(new Visited(activity.getProcessDefinitionKey(), activity.getActivityId()));
        } else if (event instanceof HistoricDecisionEvaluationEvent decisions) {
            rows(decisions.getRootHistoricDecisionInstance());
            decisions.getRequiredHistoricDecisionInstances().forEach(this::rows);
        }
    }

    private void rows(HistoricDecisionInstanceEntity decision) {
        decision.getOutputs()
                .forEach(output -> visited.add(new Visited(decision.getDecisionDefinitionKey(), output.getRuleId())));
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }
}
