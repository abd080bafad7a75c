package org.acmconversation.ftop;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the ledger: an FTOP task of an engagement.
 *
 * @param wanted desired status
 * @param acknowledgedStatus status that FTOP last confirmed; null before its creation there
 * @param ftopReference FTOP's own id for the task
 * @param waiting failed calls since the last confirmation; null if there are none
 */
public record FtopTask(
        @JsonIgnore UUID engagementId,
        String catalogId,
        String name,
        boolean mandatory,
        FastTrackRole role,
        @JsonIgnore FtopTaskStatus wanted,
        @JsonIgnore @Nullable FtopTaskStatus acknowledgedStatus,
        Instant createdAt,
        @Nullable Instant closedAt,
        @Nullable String ftopReference,
        @Nullable String declineReason,
        @JsonInclude(Include.NON_NULL) @Nullable FtopWait waiting) {

    /** Creates a task that FTOP does not know yet. */
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

    /** Returns a copy with a closed desired status. */
    FtopTask closed(FtopTaskStatus status, @Nullable String reason, Instant at) {
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

    /**
     * Returns the status to show: COMPLETED and DECLINED only after FTOP's confirmation, CANCELED from the withdrawal
     * on.
     */
    @JsonProperty
    public FtopTaskStatus status() {
        return wanted == FtopTaskStatus.CANCELED || isAcknowledged() ? wanted : FtopTaskStatus.OPEN;
    }

    @Override
    public @Nullable Instant closedAt() {
        return status() == FtopTaskStatus.OPEN ? null : closedAt;
    }

    @JsonIgnore
    FtopKey key() {
        return new FtopKey(engagementId, catalogId);
    }

    /** Returns the catalog row that it was created from. */
    @JsonIgnore
    CatalogTask catalogTask() {
        return new CatalogTask(catalogId, name, mandatory, role, List.of());
    }

    @JsonIgnore
    boolean isAcknowledged() {
        return wanted == acknowledgedStatus;
    }
}
