package org.acmconversation.ftop.process;

import java.util.UUID;
import org.acmconversation.ftop.FtopTasks;
import org.acmconversation.model.ConversationModel.Variable;
import org.acmconversation.model.DelegateVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Service task {@code dropFtopTask}: drops a task that FTOP refuses. */
@Component
@DelegateVariables(reads = Variable.CATALOG_ID)
class DropFtopTask extends FtopDelegate {

    private final FtopTasks ftopTasks;

    DropFtopTask(FtopTasks ftopTasks) {
        this.ftopTasks = ftopTasks;
    }

    @Override
    void execute(UUID engagementId, DelegateExecution execution) {
        ftopTasks.drop(engagementId, catalogId(execution));
    }
}
