package org.acmconversation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that tests set, so that they need not wait. */
public class SettableClock extends Clock {

    private Instant now;

    /** A clock that stands still. */
    public SettableClock(Instant now) {
        this.now = now;
    }

    /** Lets time pass. */
    public void advance(Duration time) {
        now = now.plus(time);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("This clock has one zone");
    }

    @Override
    public Instant instant() {
        return now;
    }
}
