package org.acmconversation.ftop;

import org.acmconversation.operations.Snapshots;
import org.springframework.stereotype.Component;

/** How many tasks FTOP keeps waiting. */
@Component
class LedgerMeters {

    LedgerMeters(FtopLedger ledger, Snapshots snapshots) {
        snapshots
                .of(ledger::countWaiting)
                .gauge(
                        "acm.ftop.tasks.waiting",
                        "FTOP tasks of which a call failed, and that FTOP has neither confirmed nor refused since",
                        Long::doubleValue);
    }
}
