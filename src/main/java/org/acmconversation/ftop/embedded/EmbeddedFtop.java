package org.acmconversation.ftop.embedded;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.acmconversation.ftop.CatalogTask;
import org.acmconversation.ftop.Ftop;
import org.acmconversation.ftop.FtopKey;
import org.acmconversation.ftop.FtopProperties;
import org.acmconversation.ftop.FtopRecord;
import org.acmconversation.ftop.FtopTaskStatus;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/**
 * FTOP where there is none: the ledger alone keeps the tasks. A task's reference follows from what identifies it, so
 * that asking twice gives the same. Nothing is kept, so there is nothing to find, and comparing it with the ledger says
 * nothing.
 */
@Component
@Conditional(EmbeddedFtop.Chosen.class)
class EmbeddedFtop implements Ftop {

    /** The version of a UUID that begins with the time (RFC 9562). */
    private static final int TIME_ORDERED = 7;

    /** @param properties say, where the adapter's name is none, which there are */
    EmbeddedFtop(FtopProperties properties) {}

    @Override
    public FtopRecord create(UUID engagementId, CatalogTask task) {
        return record(new FtopKey(engagementId, task.catalogId()), FtopTaskStatus.OPEN);
    }

    @Override
    public FtopRecord close(FtopKey key, FtopTaskStatus status, String reason) {
        return record(key, status);
    }

    @Override
    public List<FtopRecord> find(Collection<FtopKey> keys) {
        return List.of();
    }

    @Override
    public List<FtopRecord> page(FtopKey after, int limit) {
        return List.of();
    }

    private static FtopRecord record(FtopKey key, FtopTaskStatus status) {
        String id = key.engagementId().toString();
        // Ids that are made of the time begin alike; those of before, by chance, keep the reference they have.
        String telling = key.engagementId().version() == TIME_ORDERED ? id : id.substring(0, 8);
        return new FtopRecord(key, "%s-%s".formatted(key.catalogId(), telling), status);
    }

    /**
     * Whatever is not http, names that are none included, so that these stop the start with a sentence of their own.
     */
    static class Chosen extends NoneNestedConditions {

        Chosen() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnProperty(name = "acm.ftop.adapter", havingValue = "http")
        static class Http {}
    }
}
