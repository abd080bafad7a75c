package org.acmconversation.ftop;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.acmconversation.engagement.WaitingFor;
import org.springframework.stereotype.Component;

/** An engagement waits for FTOP from the first failed call until FTOP has confirmed or refused the task. */
@Component
class WaitingForFtop implements WaitingFor {

    private final FtopLedger ledger;

    WaitingForFtop(FtopLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public ExternalSystem system() {
        return ExternalSystem.FTOP;
    }

    @Override
    public Set<UUID> waiting(Collection<UUID> engagementIds) {
        return ledger.waiting(engagementIds);
    }

    @Override
    public String condition() {
        return FtopLedger.ENGAGEMENT_WAITS;
    }
}
