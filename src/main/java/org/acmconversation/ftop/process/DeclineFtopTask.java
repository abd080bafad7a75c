package org.acmconversation.ftop.process;

import java.util.UUID;
import org.acmconversation.ftop.FtopTasks;
import org.acmconversation.model.ConversationModel.Variable;
import org.acmconversation.model.DelegateVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Service task {@code declineFtopTask}: declines an optional task, with the reason. */
@Component
@DelegateVariables(
        reads = Variable.CATALOG_ID,
        writes = {Variable.REFUSED_CATALOG_ID, Variable.FTOP_REJECTION})
class DeclineFtopTask extends FtopDelegate {

    private final FtopTasks ftopTasks;

    DeclineFtopTask(FtopTasks ftopTasks) {
        this.ftopTasks = ftopTasks;
    }

    @Override
    void execute(UUID engagementId, DelegateExecution execution) {
        ftopTasks.decline(engagementId, catalogId(execution), (String) execution.getVariable(Variable.DECLINE_REASON));
    }
}
