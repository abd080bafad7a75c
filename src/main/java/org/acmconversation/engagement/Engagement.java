package org.acmconversation.engagement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One customer going through the ACM conversation.
 *
 * @param id also the business key of its process instance
 * @param externalId the id in the system that started it; unique
 * @param country whose public holidays apply; null, if an older version started it, for the country in the settings
 * @param timeZone time zone in which its days begin and end; null as for the country
 * @param withdrawalReason why it was withdrawn, if it was
 * @param processInstanceId the engine's id of the main process instance
 * @param withdrawalPending true from a withdrawal until its process has canceled the tasks in FTOP, then false; null if
 *     it was not withdrawn, or was withdrawn by an older version
 */
public record Engagement(
        UUID id,
        String externalId,
        Customer customer,
        Segment segment,
        int licenses,
        List<String> services,
        List<Initiative> initiatives,
        EntryCriteria entryCriteria,
        @Nullable String country,
        @Nullable String timeZone,
        EngagementStatus status,
        @Nullable Outcome outcome,
        @Nullable String withdrawalReason,
        @Nullable String processInstanceId,
        Instant startedAt,
        @Nullable Instant endedAt,
        @JsonIgnore @Nullable Boolean withdrawalPending) {

    /** Prefix of the external ids of erased engagements; the engagement's id follows. */
    static final String ERASED = "erased-";

    static Engagement start(UUID id, NewEngagement request, Instant now) {
        return new Engagement(
                id,
                request.externalId(),
                request.customer(),
                request.segment(),
                request.licenses(),
                List.copyOf(request.services()),
                List.copyOf(request.initiatives()),
                request.entryCriteria(),
                request.country(),
                request.timeZone(),
                EngagementStatus.RUNNING,
                null,
                null,
                null,
                now,
                null,
                null);
    }

    /**
     * Returns the engagement with a changed profile.
     *
     * @param change maps the current profile to the new one
     * @throws EngagementEndedException if it has ended
     */
    Engagement change(UnaryOperator<Profile> change) {
        requireRunning();
        return next(change.apply(profile()), status, outcome, withdrawalReason, endedAt, null);
    }

    /**
     * Returns the engagement as withdrawn; unchanged if it is already withdrawn.
     *
     * @throws EngagementEndedException if it ended in another way
     */
    Engagement withdraw(String reason, Instant at) {
        if (status == EngagementStatus.WITHDRAWN) {
            return this;
        }
        requireRunning();
        return next(profile(), EngagementStatus.WITHDRAWN, Outcome.WITHDRAWN, reason, at, true);
    }

    /**
     * Returns the engagement after its process has ended. An outcome that it already has is kept; a pending withdrawal
     * is then complete.
     */
    Engagement end(Outcome reached, Instant at) {
        if (isRunning()) {
            return next(profile(), reached.status(), reached, null, at, null);
        }
        boolean isComplete = status != EngagementStatus.WITHDRAWN || Boolean.FALSE.equals(withdrawalPending);
        return isComplete ? this : next(profile(), status, outcome, withdrawalReason, endedAt, false);
    }

    /** @throws EngagementEndedException if it has ended */
    void requireRunning() {
        if (!isRunning()) {
            throw new EngagementEndedException(this);
        }
    }

    private Engagement next(
            Profile profile,
            EngagementStatus status,
            @Nullable Outcome outcome,
            @Nullable String withdrawalReason,
            @Nullable Instant endedAt,
            @Nullable Boolean withdrawalPending) {
        return new Engagement(
                id,
                externalId,
                customer,
                profile.segment(),
                profile.licenses(),
                profile.services(),
                initiatives,
                profile.entryCriteria(),
                profile.country(),
                profile.timeZone(),
                status,
                outcome,
                withdrawalReason,
                processInstanceId,
                startedAt,
                endedAt,
                withdrawalPending);
    }

    /** What can change while the engagement runs. */
    @JsonIgnore
    public Profile profile() {
        return new Profile(segment, licenses, services, entryCriteria, country, timeZone);
    }

    /** Whether it was withdrawn and still needs a process that cancels its tasks in FTOP. */
    boolean isWithdrawalPending() {
        return Boolean.TRUE.equals(withdrawalPending);
    }

    /** Whether its personal data was erased. */
    @JsonIgnore
    public boolean isErased() {
        return externalId.equals(ERASED + id);
    }

    /** Whether it is still running. */
    @JsonIgnore
    public boolean isRunning() {
        return status == EngagementStatus.RUNNING;
    }
}
