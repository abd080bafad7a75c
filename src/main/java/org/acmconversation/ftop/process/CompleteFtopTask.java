package org.acmconversation.ftop.process;

import java.util.UUID;
import org.acmconversation.ftop.FtopTasks;
import org.acmconversation.model.ConversationModel.Variable;
import org.acmconversation.model.DelegateVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Completes the FTOP task with the model's catalog id. */
@Component
@DelegateVariables(
        reads = Variable.CATALOG_ID,
        writes = {Variable.REFUSED_CATALOG_ID, Variable.FTOP_REJECTION})
class CompleteFtopTask extends FtopDelegate {

    private final FtopTasks ftopTasks;

    CompleteFtopTask(FtopTasks ftopTasks) {
        this.ftopTasks = ftopTasks;
    }

    @Override
    void execute(UUID engagementId, DelegateExecution execution) {
        ftopTasks.complete(engagementId, catalogId(execution));
    }
}
