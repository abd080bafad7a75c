package org.acmconversation.followup.process;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.acmconversation.engagement.BusinessKey;
import org.acmconversation.engine.CurrentCommand;
import org.acmconversation.engine.task.RunningTask;
import org.acmconversation.followup.EngagementFollowUp;
import org.acmconversation.problem.VisibleText;
import org.acmconversation.timeline.Timeline;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Listener of the user task {@code conductConversation}: stores the next action if the form has one. */
@Component
class RecordNextAction implements TaskListener {

    private static final String ACTION = "nextAction";
    private static final String DATE = "nextActionDate";

    private final EngagementFollowUp followUp;

    RecordNextAction(EngagementFollowUp followUp) {
        this.followUp = followUp;
    }

    @Override
    public void notify(DelegateTask task) {
        String action = (String) task.getVariable(ACTION);
        if (action == null || VisibleText.isBlank(action)) {
            return;
        }
        String date = (String) task.getVariable(DATE);
        String owner = Optional.ofNullable(task.getAssignee())
                .or(CurrentCommand::caller)
                .orElse(Timeline.SYSTEM);
        BusinessKey.engagementId(RunningTask.execution(task).getProcessBusinessKey())
                .ifPresent(engagement -> followUp.agree(
                        engagement,
                        VisibleText.strip(action),
                        date == null || date.isBlank() ? null : day(date),
                        owner));
    }

    /** Forms send a date; other clients may send a time, too. */
    private static LocalDate day(String date) {
        return date.contains("T") ? OffsetDateTime.parse(date).toLocalDate() : LocalDate.parse(date);
    }
}
