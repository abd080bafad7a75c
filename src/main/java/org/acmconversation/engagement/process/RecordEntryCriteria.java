package org.acmconversation.engagement.process;

import java.util.UUID;
import org.acmconversation.engagement.BusinessKey;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engine.task.RunningTask;
import org.acmconversation.model.ConversationModel.Variable;
import org.acmconversation.model.DelegateVariables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Listener of the user task {@code completeEntryCriteria}: stores the manager's answers with the engagement. */
@Component
@DelegateVariables(
        reads = {
            Variable.KICKOFF_HELD,
            Variable.BENEFIT_UNDERSTOOD,
            Variable.RESOURCES_CLEAR,
            Variable.IN_ENTERPRISE_ADOPTION_PROGRAM
        })
class RecordEntryCriteria implements TaskListener {

    private final Engagements engagements;

    RecordEntryCriteria(Engagements engagements) {
        this.engagements = engagements;
    }

    @Override
    public void notify(DelegateTask task) {
        UUID engagementId =
                BusinessKey.requireEngagementId(RunningTask.execution(task).getProcessBusinessKey());
        engagements.recordEntryCriteria(engagementId, EngagementVariables.entryCriteria(task));
    }
}
