package org.acmconversation.operations;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Checks that this computer's clock matches the database's within a tolerance. A node uses its own clock to decide
 * which jobs are due and which locks have expired: a fast node steals running jobs, a slow one is late. With a wrong
 * clock the service does not start, and a running node is not ready.
 */
@Component
class ClockHealthIndicator extends AbstractHealthIndicator {

    private static final double MILLIS = 1000;

    private final JdbcClient jdbc;
    private final ProbedDatabase database;
    private final Duration tolerance;
    private final InstantSource clock;

    @Autowired
    ClockHealthIndicator(JdbcClient jdbc, ClockProperties properties, ProbedDatabase database, CachedQueries queries) {
        this(jdbc, properties, database, InstantSource.system());
        queries.of(this::offset)
                .gauge(
                        "acm.node.clock.offset",
                        "Seconds that this node's clock is ahead of the database's",
                        offset -> offset.toMillis() / MILLIS);
    }

    ClockHealthIndicator(JdbcClient jdbc, ClockProperties properties, ProbedDatabase database, InstantSource clock) {
        super("Cannot read the database's clock");
        this.jdbc = jdbc;
        this.database = database;
        this.tolerance = properties.tolerance();
        this.clock = clock;
        Duration offset = offset();
        if (exceedsTolerance(offset)) {
            throw new IllegalStateException(
                    ("This computer's clock is %d s %s compared to the database's: synchronize both with a time server, or raise"
                                    + " acm.clock.tolerance")
                            .formatted(offset.abs().toSeconds(), offset.isNegative() ? "slow" : "fast"));
        }
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Duration offset = database.ask(this::offset);
        health.withDetail("fast", offset.toString());
        if (exceedsTolerance(offset)) {
            health.outOfService();
        } else {
            health.up();
        }
    }

    private boolean exceedsTolerance(Duration offset) {
        return offset.abs().compareTo(tolerance) > 0;
    }

    /** Assumes that the database read its clock halfway through the round trip. */
    private Duration offset() {
        Instant before = clock.instant();
        Instant there = jdbc.sql("select current_timestamp")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        Instant after = clock.instant();
        return Duration.between(
                there, before.plus(Duration.between(before, after).dividedBy(2)));
    }
}
