package org.acmconversation.idempotency;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.acmconversation.expiry.RetentionProperties;
import org.acmconversation.operations.SharedWork;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Deletes responses that have not been requested again for {@code acm.retention.idempotent-answers}. */
@Component
class ExpiredResponses {

    private static final Duration BETWEEN_CLEAN_UPS = Duration.ofHours(1);

    private final StoredResponses responses;
    private final SharedWork work;
    private final RetentionProperties retention;
    private final Clock clock;

    ExpiredResponses(StoredResponses responses, SharedWork work, RetentionProperties retention, Clock clock) {
        this.responses = responses;
        this.work = work;
        this.retention = retention;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void schedule() {
        work.every(BETWEEN_CLEAN_UPS, "idempotent-answers-clean-up", this::delete);
    }

    /** Deletes them in batches, each in a transaction of its own. */
    void delete() {
        OffsetDateTime time = OffsetDateTime.now(clock).minus(retention.idempotentAnswers());
        int deleted;
        do {
            deleted = responses.deleteSomeUnusedSince(time);
        } while (deleted > 0);
    }
}
