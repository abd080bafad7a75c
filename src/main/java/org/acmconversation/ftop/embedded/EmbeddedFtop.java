package org.acmconversation.ftop.embedded;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.acmconversation.ftop.CatalogTask;
import org.acmconversation.ftop.Ftop;
import org.acmconversation.ftop.FtopKey;
import org.acmconversation.ftop.FtopRecord;
import org.acmconversation.ftop.FtopTaskStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/**
 * Stands in for FTOP: the ledger alone keeps the tasks. A task's reference is derived from its key, so calls are
 * idempotent. This adapter stores nothing, so there is nothing to find and nothing to reconcile.
 */
@Component
@Conditional(EmbeddedFtop.Chosen.class)
class EmbeddedFtop implements Ftop {

    /** UUID version 7, which starts with the time (RFC 9562). */
    private static final int TIME_ORDERED = 7;

    @Override
    public FtopRecord create(UUID engagementId, CatalogTask task) {
        return record(new FtopKey(engagementId, task.catalogId()), FtopTaskStatus.OPEN);
    }

    @Override
    public FtopRecord close(FtopKey key, FtopTaskStatus status, @Nullable String reason) {
        return record(key, status);
    }

    @Override
    public List<FtopRecord> find(Collection<FtopKey> keys) {
        return List.of();
    }

    @Override
    public List<FtopRecord> open(@Nullable FtopKey after, int limit) {
        return List.of();
    }

    private static FtopRecord record(FtopKey key, FtopTaskStatus status) {
        String id = key.engagementId().toString();
        // Time-ordered ids share a prefix, so use all of them; tasks with older, random ids keep their references.
        String telling = key.engagementId().version() == TIME_ORDERED ? id : id.substring(0, 8);
        return new FtopRecord(key, "%s-%s".formatted(key.catalogId(), telling), status);
    }

    /** Every value but {@code http}, including invalid ones, so that binding the properties can report them. */
    static class Chosen extends NoneNestedConditions {

        Chosen() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnProperty(name = "acm.ftop.adapter", havingValue = "http")
        static class Http {}
    }
}
