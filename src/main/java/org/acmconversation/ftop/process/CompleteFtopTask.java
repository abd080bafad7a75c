package org.acmconversation.ftop.process;

import java.util.UUID;
import org.acmconversation.ftop.FtopTasks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Marks the FTOP task that the model names as carried out. */
@Component
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
