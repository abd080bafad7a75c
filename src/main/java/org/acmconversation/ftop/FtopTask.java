package org.acmconversation.ftop;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;

/**
 * A row of the ledger: an FTOP task of one engagement.
 *
 * @param status what this service wants it to be
 * @param acknowledgedStatus what FTOP last confirmed; null before it was created there
 * @param ftopReference FTOP's own id of the task
 */
public record FtopTask(
        @JsonIgnore UUID engagementId,
        String catalogId,
        String name,
        boolean mandatory,
        FastTrackRole role,
        FtopTaskStatus status,
        @JsonIgnore FtopTaskStatus acknowledgedStatus,
        Instant createdAt,
        Instant closedAt,
        String ftopReference,
        String declineReason) {

    @JsonIgnore
    boolean isAcknowledged() {
        return status == acknowledgedStatus;
    }
}
