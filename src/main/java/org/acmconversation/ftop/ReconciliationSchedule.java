package org.acmconversation.ftop;

import org.acmconversation.operations.SharedWork;
import org.acmconversation.outbound.QuietMode;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Schedules the reconciliation with FTOP, on one node at a time. */
@Component
@ConditionalOnProperty(name = "acm.ftop.adapter", havingValue = "http")
class ReconciliationSchedule {

    private final SharedWork work;
    private final Reconciliation reconciliation;
    private final ReconciliationProperties properties;
    private final QuietMode quiet;

    ReconciliationSchedule(
            SharedWork work, Reconciliation reconciliation, ReconciliationProperties properties, QuietMode quiet) {
        this.quiet = quiet;
        this.work = work;
        this.reconciliation = reconciliation;
        this.properties = properties;
    }

    @EventListener(ApplicationReadyEvent.class)
    void schedule() {
        if (quiet.isOn()) {
            return;
        }
        work.every(properties.interval(), properties.firstAfter(), "ftop-reconciliation", reconciliation::run);
    }
}
