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

    /** The person or client that calls; empty in jobs. */
    public static Optional<String> caller() {
        return Optional.ofNullable(Context.getCommandContext().getAuthenticatedUserId());
    }

    /** The job that runs; empty if a person or client calls. */
    public static Optional<Job> job() {
        return Optional.ofNullable(Context.getCommandContext().getCurrentJob())
                .map(job -> new Job(job.getProcessInstanceId(), job.getProcessDefinitionId(), job.getActivityId()));
    }

    /** The business key of the process instance that is at work; empty outside of one. */
    public static Optional<String> businessKey() {
        return Optional.ofNullable(Context.getBpmnExecutionContext())
                .map(context -> context.getExecution().getProcessBusinessKey());
    }

    /** The engine's time. */
    public static Date time() {
        return ClockUtil.getCurrentTime();
    }
}
