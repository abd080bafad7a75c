package org.acmconversation.ftop;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A row of the ledger: an FTOP task of one engagement.
 *
 * @param wanted what this service wants it to be
 * @param acknowledgedStatus what FTOP last confirmed; null before it was created there
 * @param ftopReference FTOP's own id of the task
 * @param waiting what keeps FTOP from confirming it; null if nothing does
 */
public record FtopTask(
        @JsonIgnore UUID engagementId,
        String catalogId,
        String name,
        boolean mandatory,
        FastTrackRole role,
        @JsonIgnore FtopTaskStatus wanted,
        @JsonIgnore FtopTaskStatus acknowledgedStatus,
        Instant createdAt,
        Instant closedAt,
        String ftopReference,
        String declineReason,
        @JsonInclude(Include.NON_NULL) FtopWait waiting) {

    /** A new one, of which FTOP does not know. */
    static FtopTask created(UUID engagementId, CatalogTask task, Instant at) {
        return new FtopTask(
                engagementId,
                task.catalogId(),
                task.name(),
                task.mandatory(),
                task.role(),
                FtopTaskStatus.OPEN,
                null,
                at,
                null,
                null,
                null,
                null);
    }

    /** The same, wanted to be closed. */
    FtopTask closed(FtopTaskStatus status, String reason, Instant at) {
        return new FtopTask(
                engagementId,
                catalogId,
                name,
                mandatory,
                role,
                status,
                acknowledgedStatus,
                createdAt,
                at,
                ftopReference,
                reason,
                waiting);
    }

    /** What it counts as: carried out or declined only once FTOP says so, canceled from the withdrawal on. */
    @JsonProperty
    public FtopTaskStatus status() {
        return wanted == FtopTaskStatus.CANCELED || isAcknowledged() ? wanted : FtopTaskStatus.OPEN;
    }

    @Override
    public Instant closedAt() {
        return status() == FtopTaskStatus.OPEN ? null : closedAt;
    }

    @JsonIgnore
    FtopKey key() {
        return new FtopKey(engagementId, catalogId);
    }

    /** What it was created from. */
    @JsonIgnore
    CatalogTask catalogTask() {
        return new CatalogTask(catalogId, name, mandatory, role, List.of());
    }

    @JsonIgnore
    boolean isAcknowledged() {
        return wanted == acknowledgedStatus;
    }
}
