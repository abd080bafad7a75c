package org.acmconversation.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.acmconversation.engagement.EntryCriteria;
import org.acmconversation.engagement.Outcome;
import org.acmconversation.engagement.Segment;
import org.acmconversation.ftop.FtopTaskStatus;
import org.jspecify.annotations.Nullable;

/** What one engagement goes through, and what shall have come of it. */
public record Scenario(String name, Start start, List<Step> steps, Expectation expected) {

    /** What the engagement starts with. */
    public record Start(
            String customer, Segment segment, int licenses, List<String> services, EntryCriteria entryCriteria) {}

    /** Something that happens. */
    public sealed interface Step {

        /** What the file says, for messages. */
        String written();
    }

    /**
     * Somebody completes a task.
     *
     * @param catalogId the FTOP task that it is about, where several tasks are open; null for the first one
     * @param values by field of the form
     */
    public record Complete(
            String written, String activityId, @Nullable String catalogId, Map<String, @Nullable Object> values)
            implements Step {}

    /** FTOP will refuse the next request for each of these tasks. */
    public record Refuse(String written, List<String> catalogIds, String reason) implements Step {}

    /** Time passes, and timers fire. */
    public record Pass(String written, Duration time) implements Step {}

    /** The customer's profile changes; what is null stays. */
    public record Change(
            String written,
            @Nullable Segment segment,
            @Nullable Integer licenses,
            @Nullable List<String> services) implements Step {}

    /**
     * The conversation with the customer has another time.
     *
     * @param fromNow how far from now it is
     */
    public record Reschedule(String written, Duration fromNow) implements Step {}

    /** The engagement is withdrawn. */
    public record Withdraw(String written, String reason) implements Step {}

    /** The engagement waits at these elements and nowhere else. */
    public record WaitAt(String written, List<String> activityIds) implements Step {}

    /**
     * What shall have come of it; what is null or empty is not checked.
     *
     * @param ends whether nothing is left to do
     * @param passed elements that were reached
     * @param notPassed elements that were not
     * @param ftop tasks in FTOP
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
