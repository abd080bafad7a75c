package org.acmconversation.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.acmconversation.engagement.EntryCriteria;
import org.acmconversation.engagement.Outcome;
import org.acmconversation.engagement.Segment;
import org.acmconversation.ftop.FtopTaskStatus;
import org.jspecify.annotations.Nullable;

/** The events of one engagement, and the expected results. */
public record Scenario(String name, Start start, List<Step> steps, Expectation expected) {

    /** The data with which the engagement starts. */
    public record Start(
            String customer, Segment segment, int licenses, List<String> services, EntryCriteria entryCriteria) {}

    /** An event or a check. */
    public sealed interface Step {

        /** The step as written in the file, for messages. */
        String written();
    }

    /**
     * Somebody completes a task.
     *
     * @param catalogId the FTOP task, to choose among several open tasks; null for the first one
     * @param values by field of the form
     */
    public record Complete(
            String written, String activityId, @Nullable String catalogId, Map<String, @Nullable Object> values)
            implements Step {}

    /** FTOP will refuse the next request for each of these tasks. */
    public record Refuse(String written, List<String> catalogIds, String reason) implements Step {}

    /** Time passes, and timers fire. */
    public record Pass(String written, Duration time) implements Step {}

    /** The customer's profile changes; null leaves a value unchanged. */
    public record Change(
            String written,
            @Nullable Segment segment,
            @Nullable Integer licenses,
            @Nullable List<String> services) implements Step {}

    /**
     * The conversation with the customer is rescheduled.
     *
     * @param fromNow time from now until the new time
     */
    public record Reschedule(String written, Duration fromNow) implements Step {}

    /** The engagement is withdrawn. */
    public record Withdraw(String written, String reason) implements Step {}

    /** The engagement waits at these elements and nowhere else. */
    public record WaitAt(String written, List<String> activityIds) implements Step {}

    /**
     * The expected results; null or empty ones are not checked.
     *
     * @param ends whether the engagement has ended
     * @param passed elements that must have been reached
     * @param notPassed elements that must not have been reached
     * @param ftop expected tasks in FTOP
     * @param waitsAt elements where the engagement waits
     */
    public record Expectation(
            @Nullable Boolean ends,
            @Nullable Outcome outcome,
            List<String> passed,
            List<String> notPassed,
            Map<String, FtopTaskStatus> ftop,
            @Nullable List<String> waitsAt) {}
}
