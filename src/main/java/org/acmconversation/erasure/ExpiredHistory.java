package org.acmconversation.erasure;

import java.time.Instant;
import java.util.Map;
import org.acmconversation.engine.instance.ExpiredProcesses;
import org.acmconversation.expiry.Expiring;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The engine's history of processes whose time to live is over, unless their engagement is on legal hold. */
@Component
@Order(1)
class ExpiredHistory implements Expiring {

    private final ExpiredProcesses processes;
    private final ErasureRepository erasures;

    ExpiredHistory(ExpiredProcesses processes, ErasureRepository erasures) {
        this.processes = processes;
        this.erasures = erasures;
    }

    @Override
    public Map<String, Long> count(Instant now) {
        return processes.count(now, erasures.held());
    }

    @Override
    public Map<String, Long> deleteSome(Instant now) {
        return processes.deleteSome(now, erasures.held(), erasures::lockAndFindHeld);
    }
}
