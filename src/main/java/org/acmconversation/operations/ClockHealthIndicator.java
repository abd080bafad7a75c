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
 * Whether this computer's clock is the database's, within a tolerance. By its own clock a node tells which jobs are due
 * and which other nodes' locks have ended: one that is fast takes jobs that others are at, one that is slow is late. It
 * refuses to start like that, and takes no requests while it lasts.
 */
@Component
class ClockHealthIndicator extends AbstractHealthIndicator {

    private final JdbcClient jdbc;
    private final Duration tolerance;
    private final InstantSource clock;

    @Autowired
    ClockHealthIndicator(JdbcClient jdbc, ClockProperties properties) {
        this(jdbc, properties, InstantSource.system());
    }

    ClockHealthIndicator(JdbcClient jdbc, ClockProperties properties, InstantSource clock) {
        super("The database's clock cannot be read");
        this.jdbc = jdbc;
        this.tolerance = properties.tolerance();
        this.clock = clock;
        Duration fast = fast();
        if (isTooMuch(fast)) {
            throw new IllegalStateException(
                    ("This computer's clock is %d s %s by the database's: set both by a time server, or allow for it with"
                                    + " acm.clock.tolerance")
                            .formatted(fast.abs().toSeconds(), fast.isNegative() ? "slow" : "fast"));
        }
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Duration fast = fast();
        health.withDetail("fast", fast.toString());
        if (isTooMuch(fast)) {
            health.outOfService();
        } else {
            health.up();
        }
    }

    private boolean isTooMuch(Duration fast) {
        return fast.abs().compareTo(tolerance) > 0;
    }

    /** The answer is as old as half of the time that it took. */
    private Duration fast() {
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
