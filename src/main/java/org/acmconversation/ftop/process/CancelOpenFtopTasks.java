package org.acmconversation.ftop.process;

import java.util.UUID;
import org.acmconversation.ftop.FtopTasks;
import org.acmconversation.model.ConversationModel.Variable;
import org.acmconversation.model.DelegateVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Service task {@code cancelOpenFtopTasks}: sends FTOP the tasks that the withdrawal canceled and those that it has not
 * confirmed yet.
 */
@Component
@DelegateVariables(writes = {Variable.REFUSED_CATALOG_ID, Variable.FTOP_REJECTION})
class CancelOpenFtopTasks extends FtopDelegate {

    private final FtopTasks ftopTasks;

    CancelOpenFtopTasks(FtopTasks ftopTasks) {
        this.ftopTasks = ftopTasks;
    }

    @Override
    void execute(UUID engagementId, DelegateExecution execution) {
        ftopTasks.confirmClosed(engagementId);
    }
}
