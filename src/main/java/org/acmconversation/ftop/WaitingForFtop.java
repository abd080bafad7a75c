package org.acmconversation.ftop;

import java.util.Optional;
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
    public Optional<String> system(UUID engagementId) {
        return ledger.findAll(engagementId).stream().anyMatch(task -> task.waiting() != null)
                ? Optional.of("FTOP")
                : Optional.empty();
    }
}
