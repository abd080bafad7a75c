package org.acmconversation.tasklist.process;

import org.acmconversation.engine.CurrentCommand;
import org.acmconversation.model.ConversationModel.Variable;
import org.acmconversation.model.DelegateVariables;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Listener {@code returnToRequester} of a task that asks for an SME, at its completion and at its creation: once the
 * SME is found the task goes back to whoever asked. They may give it back to the queue.
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

    /** A task can be completed without a claim. */
    private static @Nullable String requester(DelegateTask task) {
        return task.getAssignee() != null
                ? task.getAssignee()
                : CurrentCommand.caller().orElse(null);
    }
}
