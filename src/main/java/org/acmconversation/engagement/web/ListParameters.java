package org.acmconversation.engagement.web;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.time.ZoneId;
import org.acmconversation.engagement.Due;
import org.acmconversation.engagement.EngagementFilter;
import org.acmconversation.engagement.EngagementStatus;
import org.acmconversation.engagement.FollowUps;
import org.acmconversation.engagement.Initiative;
import org.acmconversation.engagement.Segment;
import org.acmconversation.engagement.WaitingFor;
import org.acmconversation.problem.ParameterErrors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * The parameters that select engagements, without the {@link ListTextParameters texts}: these can always be bound, so
 * that all errors can be reported together with type mismatches.
 */
record ListParameters(
        @Nullable EngagementStatus status,
        @Nullable Segment segment,
        @Nullable Initiative initiative,

        @Parameter(
                description =
                        "a current task was due before now, is due within a working day of the engagement's country"
                                + " and time zone, or is due today or this week (from Monday to Sunday) in your time"
                                + " zone. Combined with activity or owner, the same task must match.")
        @Nullable
        Due due,

        @Parameter(description = "external system that the engagement waits for")
        WaitingFor.@Nullable ExternalSystem waitingFor,

        @Parameter(description = "earliest start, inclusive") @Nullable
        Instant from,

        @Parameter(description = "latest start, exclusive") @Nullable
        Instant to,

        @Parameter(
                description = "running engagements that have had no status note for two weeks, whose next action is"
                        + " overdue, or that have no next action")
        FollowUps.@Nullable Missing missing,

        @Parameter(description = "earliest completion of the task of `completed`, inclusive") @Nullable
        Instant completedFrom,

        @Parameter(description = "latest completion of the task of `completed`, exclusive") @Nullable
        Instant completedTo,

        @Parameter(description = "earliest end, inclusive") @Nullable
        Instant endedFrom,

        @Parameter(description = "latest end, exclusive") @Nullable
        Instant endedTo) {

    /** Collects the errors of all parameters. */
    ParameterErrors check(BindingResult binding, ListTextParameters texts) {
        ParameterErrors errors = texts.check(new ParameterErrors().addAll(binding, ListParameters.class));
        if (ListTextParameters.blankToNull(texts.completed()) == null) {
            needsCompleted(errors, "completedFrom", completedFrom);
            needsCompleted(errors, "completedTo", completedTo);
        }
        return errors;
    }

    private static void needsCompleted(ParameterErrors errors, String name, @Nullable Instant value) {
        if (value != null) {
            errors.add(name, "needs the parameter completed");
        }
    }

    /** @param zone the caller's time zone */
    EngagementFilter filter(ListTextParameters texts, ZoneId zone) {
        return new EngagementFilter(
                status,
                segment,
                ListTextParameters.blankToNull(texts.service()),
                initiative,
                ListTextParameters.blankToNull(texts.q()),
                ListTextParameters.blankToNull(texts.activity()),
                ListTextParameters.blankToNull(texts.owner()),
                due,
                zone,
                waitingFor,
                from,
                to,
                missing,
                ListTextParameters.blankToNull(texts.actionOwner()),
                ListTextParameters.blankToNull(texts.role()),
                new EngagementFilter.Past(
                        ListTextParameters.blankToNull(texts.completed()),
                        completedFrom,
                        completedTo,
                        endedFrom,
                        endedTo,
                        ListTextParameters.blankToNull(texts.startedBy())));
    }
}
