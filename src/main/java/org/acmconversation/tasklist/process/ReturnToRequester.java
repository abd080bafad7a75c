package org.acmconversation.tasklist.process;

import org.acmconversation.engine.CurrentCommand;
import org.acmconversation.model.ConversationModel.Variable;
import org.acmconversation.model.DelegateVariables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Listener {@code returnToRequester} of a task that requests an SME, for its completion and its creation: when the SME
 * has been found, the task is assigned to the person who requested it. They may return it to the queue.
 */
@Component
@DelegateVariables(reads = Variable.SME_REQUESTED_BY, writes = Variable.SME_REQUESTED_BY)
class ReturnToRequester implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        if (EVENTNAME_COMPLETE.equals(task.getEventName())) {
            task.setVariable(Variable.SME_REQUESTED_BY, requester(task));
        } else if (task.getVariable(Variable.SME_REQUESTED_BY) instanceof String requester) {
            task.setAssignee(requester);
        }
    }

    /** Returns the assignee, or the caller if the task is completed without a claim. */
    private static @Nullable String requester(DelegateTask task) {
        return task.getAssignee() != null
                ? task.getAssignee()
                : CurrentCommand.caller().orElse(null);
    }
}
