package org.acmconversation.engagement.web;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.acmconversation.operations.SharedWork;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Removes answers that nobody has asked for again for {@code acm.retention.idempotent-answers}. */
@Component
class ExpiredAnswers {

    private static final Duration BETWEEN_CLEAN_UPS = Duration.ofHours(1);

    private static final int ROWS_AT_ONCE = 1000;

    private final JdbcClient jdbc;
    private final SharedWork work;
    private final RetentionProperties retention;
    private final Clock clock;

    ExpiredAnswers(JdbcClient jdbc, SharedWork work, RetentionProperties retention, Clock clock) {
        this.jdbc = jdbc;
        this.work = work;
        this.retention = retention;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void schedule() {
        work.every(BETWEEN_CLEAN_UPS, "idempotent-answers-clean-up", this::remove);
    }

    /** A part of them at a time, each in a transaction of its own. One that is given again meanwhile stays. */
    void remove() {
        OffsetDateTime before =
                clock.instant().minus(retention.idempotentAnswers()).atOffset(ZoneOffset.UTC);
        int removed;
        do {
            removed = jdbc.sql("""
                            delete from idempotent_answer where request_key in (
                              select request_key from idempotent_answer where used_at < :before limit :limit)
                            and used_at < :before
                            """)
                    .param("before", before)
                    .param("limit", ROWS_AT_ONCE)
                    .update();
        } while (removed > 0);
    }
}
