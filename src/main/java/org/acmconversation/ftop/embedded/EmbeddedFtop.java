package org.acmconversation.ftop.embedded;

import java.util.UUID;
import org.acmconversation.ftop.CatalogTask;
import org.acmconversation.ftop.Ftop;
import org.acmconversation.ftop.FtopTask;
import org.acmconversation.ftop.FtopTaskStatus;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * FTOP where there is none: the ledger alone keeps the tasks. A task's reference follows from what identifies it, so
 * that asking twice gives the same.
 */
@Component
@ConditionalOnProperty(name = "acm.ftop.adapter", havingValue = "embedded", matchIfMissing = true)
class EmbeddedFtop implements Ftop {

    @Override
    public String create(UUID engagementId, CatalogTask task) {
        return "%s-%s".formatted(task.catalogId(), engagementId.toString().substring(0, 8));
    }

    @Override
    public void close(FtopTask task, FtopTaskStatus status) {
        // The ledger's row is all there is to close.
    }
}
