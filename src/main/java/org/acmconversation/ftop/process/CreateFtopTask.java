package org.acmconversation.ftop.process;

import java.util.List;
import java.util.UUID;
import org.acmconversation.ftop.FtopTasks;
import org.acmconversation.model.ConversationModel.Variable;
import org.acmconversation.model.DelegateVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Creates the FTOP task with the model's catalog id, as the catalog of the engagement's release describes it. */
@Component
@DelegateVariables(
        reads = Variable.CATALOG_ID,
        writes = {Variable.REFUSED_CATALOG_ID, Variable.FTOP_REJECTION})
class CreateFtopTask extends FtopDelegate {

    private final FtopTasks ftopTasks;
    private final DmnFtopCatalog catalog;

    CreateFtopTask(FtopTasks ftopTasks, DmnFtopCatalog catalog) {
        this.ftopTasks = ftopTasks;
        this.catalog = catalog;
    }

    @Override
    void execute(UUID engagementId, DelegateExecution execution) {
        ftopTasks.open(engagementId, List.of(catalog.task(catalogId(execution), execution.getProcessDefinitionId())));
    }
}
