package org.acmconversation.ftop.process;

import java.util.UUID;
import org.acmconversation.engagement.BusinessKey;
import org.acmconversation.engine.model.RemoteDelegate;
import org.acmconversation.ftop.FtopRefusedException;
import org.acmconversation.model.ConversationModel.ErrorCode;
import org.acmconversation.model.ConversationModel.Variable;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * A service task that changes FTOP tasks. A refusal becomes the BPMN error that the models catch, with the data that
 * the manager needs; any other failure fails the job, which is retried and finally becomes an incident.
 */
abstract class FtopDelegate implements RemoteDelegate {

    @Override
    public final void execute(DelegateExecution execution) {
        UUID engagementId = BusinessKey.requireEngagementId(execution.getProcessBusinessKey());
        try {
            execute(engagementId, execution);
        } catch (FtopRefusedException refusal) {
            execution.setVariable(Variable.REFUSED_CATALOG_ID, refusal.catalogId());
            execution.setVariable(Variable.FTOP_REJECTION, refusal.getMessage());
            throw new BpmnError(ErrorCode.FTOP_REFUSED, refusal.getMessage(), refusal);
        }
    }

    abstract void execute(UUID engagementId, DelegateExecution execution);

    static String catalogId(DelegateExecution execution) {
        return (String) execution.getVariable(Variable.CATALOG_ID);
    }
}
