package org.acmconversation.erasure;

import java.time.Duration;
import java.util.UUID;
import org.acmconversation.operations.LogContext;
import org.acmconversation.operations.SharedWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Completes confirmed erasures whose processes have ended meanwhile. */
@Component
class PendingErasures {

    private static final Logger log = LoggerFactory.getLogger(PendingErasures.class);

    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private final Erasures erasures;
    private final SharedWork work;

    PendingErasures(Erasures erasures, SharedWork work) {
        this.erasures = erasures;
        this.work = work;
    }

    @EventListener(ApplicationReadyEvent.class)
    void schedule() {
        work.every(INTERVAL, "erasure", this::complete);
    }

    /** One that fails does not stop the others. */
    void complete() {
        for (UUID id : erasures.confirmed()) {
            try (var ignored = LogContext.about(id)) {
                erasures.eraseIfEnded(id);
            } catch (RuntimeException e) {
                log.warn("Engagement {} could not be erased; the next attempt is in a minute", id, e);
            }
        }
    }
}
