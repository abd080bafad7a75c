package org.acmconversation.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The system's clock in microseconds, the resolution of both databases, so that a time equals what is read back.
 *
 * <p>Not {@link Clock#tick}: with a tick below a millisecond its {@code millis()} divides by zero on JDK 17.
 */
class DatabaseClock extends Clock {

    private final Clock system;

    DatabaseClock(Clock system) {
        this.system = system;
    }

    @Override
    public Instant instant() {
        return system.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new DatabaseClock(system.withZone(zone));
    }
}
