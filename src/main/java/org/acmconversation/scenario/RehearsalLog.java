package org.acmconversation.scenario;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.Marker;

/**
 * Drops log messages of scenarios below WARN: they are about engagements that do not exist. Those from WARN on have
 * {@code rehearsal} in their context.
 */
class RehearsalLog extends TurboFilter implements AutoCloseable {

    private static final String KEY = "rehearsal";

    private @Nullable LoggerContext filtered;

    static RehearsalLog quiet() {
        var filter = new RehearsalLog();
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            filter.filtered = logback;
            filter.setContext(logback);
            filter.start();
            logback.addTurboFilter(filter);
        }
        return filter;
    }

    /** Marks what the current thread logs until it is closed. */
    static MDC.MDCCloseable mark() {
        return MDC.putCloseable(KEY, "true");
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] arguments,
            @Nullable Throwable failure) {
        return level.isGreaterOrEqual(Level.WARN) || MDC.get(KEY) == null ? FilterReply.NEUTRAL : FilterReply.DENY;
    }

    @Override
    public void close() {
        if (filtered != null) {
            filtered.getTurboFilterList().remove(this);
        }
    }
}
