package org.acmconversation.engagement.process;

import org.acmconversation.engagement.BusinessKey;
import org.acmconversation.engagement.Engagement;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.model.ConversationModel.Variable;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** Service task {@code refreshProfile}: updates the process variables from the engagement. */
@Component
class RefreshProfile implements JavaDelegate {

    private final Engagements engagements;

    RefreshProfile(Engagements engagements) {
        this.engagements = engagements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String businessKey = execution.getProcessBusinessKey();
        Engagement engagement = engagements.get(BusinessKey.requireEngagementId(businessKey));
        execution.setVariables(EngagementVariables.of(engagement));
        // Called processes have copies of the variables that Tasklist shows.
        RuntimeService runtimeService = execution.getProcessEngineServices().getRuntimeService();
        for (ProcessInstance called : runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .list()) {
            if (!called.getId().equals(execution.getProcessInstanceId())) {
                runtimeService.setVariable(called.getId(), Variable.LICENSES, engagement.licenses());
            }
        }
    }
}
