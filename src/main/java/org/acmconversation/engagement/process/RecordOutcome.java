package org.acmconversation.engagement.process;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acmconversation.engagement.BusinessKey;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.Outcome;
import org.acmconversation.model.ConversationModel;
import org.acmconversation.model.KnownOutcomes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.springframework.stereotype.Component;

/** Listener of the main process's end events: ends the engagement with the outcome in the event's property. */
@Component
class RecordOutcome implements ExecutionListener, KnownOutcomes {

    private final Engagements engagements;

    RecordOutcome(Engagements engagements) {
        this.engagements = engagements;
    }

    @Override
    public void notify(DelegateExecution execution) {
        engagements.end(BusinessKey.requireEngagementId(execution.getProcessBusinessKey()), outcome(execution));
    }

    @Override
    public Set<String> outcomes() {
        return Stream.of(Outcome.values()).map(Outcome::name).collect(Collectors.toSet());
    }

    private static Outcome outcome(DelegateExecution execution) {
        return execution
                .getBpmnModelElementInstance()
                .getExtensionElements()
                .getElementsQuery()
                .filterByType(CamundaProperties.class)
                .singleResult()
                .getCamundaProperties()
                .stream()
                .filter(property -> ConversationModel.OUTCOME_PROPERTY.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .map(Outcome::valueOf)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "End event %s has no outcome".formatted(execution.getCurrentActivityId())));
    }
}
