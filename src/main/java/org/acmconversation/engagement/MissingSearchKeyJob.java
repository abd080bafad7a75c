package org.acmconversation.engagement;

import java.time.Duration;
import org.acmconversation.operations.SharedWork;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Adds search keys to engagements that a node of the previous version has started during an update. */
@Component
class MissingSearchKeyJob {

    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private final SharedWork work;
    private final JdbcTemplate jdbc;

    MissingSearchKeyJob(SharedWork work, JdbcTemplate jdbc) {
        this.work = work;
        this.jdbc = jdbc;
    }

    @EventListener(ApplicationReadyEvent.class)
    void schedule() {
        work.every(INTERVAL, "search-keys", () -> new MissingSearchKeys(jdbc).fill());
    }
}
