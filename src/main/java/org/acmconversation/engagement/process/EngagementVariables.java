package org.acmconversation.engagement.process;

import java.util.ArrayList;
import java.util.List;
import org.acmconversation.engagement.Engagement;
import org.acmconversation.engagement.EntryCriteria;
import org.acmconversation.model.ConversationModel.Variable;
import org.acmconversation.problem.PlainLine;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.ObjectValue;

/** The process variables of an engagement: only those that gateways, decisions, forms and filters need. */
class EngagementVariables {

    private EngagementVariables() {}

    static VariableMap of(Engagement engagement) {
        return Variables.createVariables()
                // Tasklist shows it in its task lists.
                .putValue(
                        Variable.CUSTOMER_NAME,
                        PlainLine.of(engagement.customer().name()))
                .putValue(Variable.LICENSES, engagement.licenses())
                .putValue(Variable.SEGMENT, engagement.segment().name())
                .putValueTyped(Variable.SERVICES, json(engagement.services()))
                .putValue(Variable.KICKOFF_HELD, engagement.entryCriteria().kickoffHeld())
                .putValue(
                        Variable.BENEFIT_UNDERSTOOD, engagement.entryCriteria().benefitUnderstood())
                .putValue(Variable.RESOURCES_CLEAR, engagement.entryCriteria().resourcesClear())
                .putValue(
                        Variable.IN_ENTERPRISE_ADOPTION_PROGRAM,
                        engagement.entryCriteria().inEnterpriseAdoptionProgram());
    }

    static EntryCriteria entryCriteria(VariableScope scope) {
        return new EntryCriteria(
                (Boolean) scope.getVariable(Variable.KICKOFF_HELD),
                (Boolean) scope.getVariable(Variable.BENEFIT_UNDERSTOOD),
                (Boolean) scope.getVariable(Variable.RESOURCES_CLEAR),
                (Boolean) scope.getVariable(Variable.IN_ENTERPRISE_ADOPTION_PROGRAM));
    }

    private static ObjectValue json(List<String> list) {
        return Variables.objectValue(new ArrayList<>(list))
                .serializationDataFormat(Variables.SerializationDataFormats.JSON)
                .create();
    }
}
