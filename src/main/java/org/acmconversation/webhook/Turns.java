package org.acmconversation.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lets one node at a time do what one node does for all. */
@Repository
class Turns {

    private final JdbcClient jdbc;
    private final Clock clock;

    Turns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether this node has the turn; then no node has it until that much time has passed. */
    boolean take(String chore, Duration until) {
        OffsetDateTime now = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        return jdbc.sql("update webhook_turn set due_at = :next where chore = :chore and due_at <= :now")
                        .param("chore", chore)
                        .param("now", now)
                        .param("next", now.plus(until))
                        .update()
                == 1;
    }
}
