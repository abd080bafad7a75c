package org.acmconversation.deadline.process;

import org.acmconversation.deadline.Deadlines;
import org.acmconversation.engagement.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Service task {@code moveDueDates}: moves due dates and timers after the conversation was rescheduled. */
@Component
class MoveDueDates implements JavaDelegate {

    private final Deadlines deadlines;

    MoveDueDates(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public void execute(DelegateExecution execution) {
        deadlines.conversationMoved(BusinessKey.requireEngagementId(execution.getProcessBusinessKey()));
    }
}
