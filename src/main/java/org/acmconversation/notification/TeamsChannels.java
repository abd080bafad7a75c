package org.acmconversation.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.acmconversation.database.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When each role's channel may be posted to, the same on all nodes. */
@Component
class TeamsChannels {

    /** At most one card a minute, and so at most 60 an hour. */
    private static final Duration BETWEEN_CARDS = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Clock clock;

    TeamsChannels(JdbcClient jdbc, Transactions transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Reserves a channel's next minute; false if it is not due yet. */
    boolean reserve(String role) {
        return transactions.run(() -> {
            jdbc.sql("""
                            insert into teams_channel (role, failures)
                            select :role, 0 where not exists (select 1 from teams_channel where role = :role)
                            """).param("role", role).update();
            return jdbc.sql("""
                                    update teams_channel set posted_at = :now
                                    where role = :role and (posted_at is null or posted_at <= :minuteAgo)
                                      and (not_before is null or not_before <= :now)
                                    """)
                            .param("role", role)
                            .param("now", now())
                            .param("minuteAgo", now().minus(BETWEEN_CARDS))
                            .update()
                    > 0;
        });
    }

    /** How many posts have failed in a row. */
    int failures(String role) {
        return jdbc.sql("select failures from teams_channel where role = :role")
                .param("role", role)
                .query(Integer.class)
                .single();
    }

    void posted(String role) {
        jdbc.sql("update teams_channel set failures = 0, failure = null, not_before = null where role = :role")
                .param("role", role)
                .update();
    }

    void failed(String role, String failure, Duration wait) {
        jdbc.sql("""
                        update teams_channel set failures = failures + 1, failure = :failure, not_before = :notBefore
                        where role = :role
                        """)
                .param("failure", failure)
                .param("notBefore", now().plus(wait))
                .param("role", role)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
