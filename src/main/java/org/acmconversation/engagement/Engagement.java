package org.acmconversation.engagement;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One customer going through the ACM conversation.
 *
 * @param id also the business key of its process instance
 * @param externalId the id in the system that started it; unique
 * @param withdrawalReason why it was withdrawn, if it was
 * @param processInstanceId the engine's id of the main process instance
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
        EngagementStatus status,
        Outcome outcome,
        String withdrawalReason,
        String processInstanceId,
        Instant startedAt,
        Instant endedAt) {

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
                EngagementStatus.RUNNING,
                null,
                null,
                null,
                now,
                null);
    }

    /** What can change while the engagement runs. */
    @JsonIgnore
    public Profile profile() {
        return new Profile(segment, licenses, services, entryCriteria);
    }

    /** Whether its process still runs. */
    @JsonIgnore
    public boolean isRunning() {
        return status == EngagementStatus.RUNNING;
    }
}
