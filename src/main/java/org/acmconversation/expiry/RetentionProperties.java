package org.acmconversation.expiry;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalTime;
import org.acmconversation.setting.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long rows are kept.
 *
 * @param at when the nightly cleanup starts, in UTC
 * @param engagements engagements after their end, with everything about them but the audit trail; one whose process is
 *     still in the engine's history waits for that to expire
 * @param audit entries of the audit trail
 * @param absences people's absences after their last day
 * @param rehearsals results of rehearsals of releases that are no longer drafts
 * @param operations engine records that belong to no process: operations of people, and decisions
 * @param idempotentAnswers how long the response for an {@code Idempotency-Key} is kept after its last use
 */
@Validated
@ConfigurationProperties("acm.retention")
public record RetentionProperties(
        @NotNull @DefaultValue("02:00") LocalTime at,
        @NotNull @DefaultValue("730d") Duration engagements,
        @NotNull @DefaultValue("1826d") Duration audit,
        @NotNull @DefaultValue("365d") Duration absences,
        @NotNull @DefaultValue("90d") Duration rehearsals,
        @NotNull @DefaultValue("365d") Duration operations,
        @NotNull @DefaultValue("24h") Duration idempotentAnswers) {

    /** Times before the year -4712 are unknown to PostgreSQL. */
    private static final Duration CENTURY = Duration.ofDays(36_500);

    /**
     * Binding a duration that is too short fails. A trigger on the audit trail also refuses to delete younger entries.
     */
    public RetentionProperties {
        atLeast(Duration.ofDays(30), "engagements", engagements);
        atLeast(Duration.ofDays(365), "audit", audit);
        atLeast(Duration.ofDays(1), "absences", absences);
        atLeast(Duration.ofDays(1), "rehearsals", rehearsals);
        atLeast(Duration.ofDays(1), "operations", operations);
        atLeast(Duration.ofMinutes(5), "idempotent-answers", idempotentAnswers);
    }

    private static void atLeast(Duration shortest, String name, Duration value) {
        Setting.require("acm.retention." + name, value, shortest, CENTURY);
    }
}
