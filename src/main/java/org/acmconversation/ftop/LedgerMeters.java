package org.acmconversation.ftop;

import org.acmconversation.operations.CachedQueries;
import org.springframework.stereotype.Component;

/** Counts the tasks that wait for FTOP. */
@Component
class LedgerMeters {

    LedgerMeters(FtopLedger ledger, CachedQueries queries) {
        queries.of(ledger::countWaiting)
                .gauge(
                        "acm.ftop.tasks.waiting",
                        "FTOP tasks for which a call failed and that FTOP has neither confirmed nor refused since",
                        Long::doubleValue);
    }
}
