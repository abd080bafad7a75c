package org.acmconversation.ftop;

import org.acmconversation.operations.Snapshots;
import org.springframework.stereotype.Component;

/** Counts the tasks that wait for FTOP. */
@Component
class LedgerMeters {

    LedgerMeters(FtopLedger ledger, Snapshots snapshots) {
        snapshots
                .of(ledger::countWaiting)
                .gauge(
                        "acm.ftop.tasks.waiting",
                        "FTOP tasks for which a call failed and that FTOP has neither confirmed nor refused since",
                        Long::doubleValue);
    }
}
