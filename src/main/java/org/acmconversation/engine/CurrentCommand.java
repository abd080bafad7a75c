package org.acmconversation.engine;

import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** The engine's command that runs a delegate or listener. */
public final class CurrentCommand {

    private CurrentCommand() {}

    /** A job of an activity: its timer or asynchronous continuation. */
    public record Job(String processInstanceId, String processDefinitionId, String activityId) {}

    /** Returns the calling person or client; empty in jobs. */
    public static Optional<String> caller() {
        return Optional.ofNullable(Context.getCommandContext().getAuthenticatedUserId());
    }

    /** Returns the running job; empty if a person or client calls. */
    public static Optional<Job> job() {
        return Optional.ofNullable(Context.getCommandContext().getCurrentJob())
                .map(job -> new Job(job.getProcessInstanceId(), job.getProcessDefinitionId(), job.getActivityId()));
    }

    /** Returns the business key of the current process instance; empty if there is none. */
    public static Optional<String> businessKey() {
        return Optional.ofNullable(Context.getBpmnExecutionContext())
                .map(context -> context.getExecution().getProcessBusinessKey());
    }

    /** Returns the engine's current time. */
    public static Date time() {
        return ClockUtil.getCurrentTime();
    }
}
