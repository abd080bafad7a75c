package org.acmconversation.retention;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.acmconversation.audit.AuditTrail;
import org.acmconversation.database.Transactions;
import org.acmconversation.expiry.Expiring;
import org.acmconversation.expiry.RetentionProperties;
import org.acmconversation.operations.CachedQueries;
import org.acmconversation.operations.SharedWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Deletes what has expired, every night on one node. It does so in small transactions, each of which leaves whole
 * engagements or none; a run that is interrupted continues with the next.
 */
@Service
public class Retention {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);

    private static final String NAME = "retention";

    private final List<Expiring> expiring;
    private final RetentionRuns runs;
    private final RetentionProperties properties;
    private final SharedWork work;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final MeterRegistry meters;
    private final Clock clock;

    private volatile boolean stopping;

    Retention(
            List<Expiring> expiring,
            RetentionRuns runs,
            RetentionProperties properties,
            SharedWork work,
            Transactions transactions,
            AuditTrail audit,
            MeterRegistry meters,
            CachedQueries queries,
            Clock clock) {
        this.expiring = expiring;
        this.runs = runs;
        this.properties = properties;
        this.work = work;
        this.transactions = transactions;
        this.audit = audit;
        this.meters = meters;
        this.clock = clock;
        queries.of(() -> runs.latest().orElse(null))
                .gauge(
                        "acm.retention.age",
                        "Last cleanup: seconds since it ended",
                        run -> Duration.between(run.endedAt(), clock.instant()).toSeconds())
                .gauge("acm.retention.complete", "Last cleanup: 1 if it finished", run -> run.complete() ? 1 : 0);
    }

    @EventListener(ApplicationReadyEvent.class)
    void schedule() {
        work.nightly(properties.at(), NAME, this::run);
    }

    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
    }

    /** Counts the rows that a cleanup would delete now, by table. Deletes nothing. */
    public Map<String, Long> countExpired() {
        Instant now = clock.instant();
        return transactions.readAtLength(() -> {
            Map<String, Long> rows = new TreeMap<>();
            expiring.forEach(
                    module -> module.count(now).forEach((table, count) -> rows.merge(table, count, Long::sum)));
            rows.values().removeIf(count -> count == 0);
            return rows;
        });
    }

    /** Returns the last cleanup on any node; empty if there was none yet. */
    public Optional<RetentionRun> latest() {
        return runs.latest();
    }

    /** Starts a cleanup in the background. */
    public void start() {
        if (!work.startNow(NAME, this::run)) {
            throw new RetentionRunningException();
        }
        audit.recordOfCaller("retention.run", null, null, Map.of());
    }

    private void run() {
        run(clock.instant());
    }

    /** What fails does not stop the rest. */
    RetentionRun run(Instant now) {
        Instant startedAt = clock.instant();
        Map<String, Long> deleted = new TreeMap<>();
        boolean complete = true;
        for (Expiring module : expiring) {
            try {
                complete &= deleteAll(module, now, deleted);
            } catch (RuntimeException e) {
                log.error("A part of the cleanup failed; the next one tries again", e);
                complete = false;
            }
        }
        var run = new RetentionRun(startedAt, clock.instant(), complete, deleted);
        runs.replace(run);
        log.info("Deleted what has expired: {}", deleted);
        return run;
    }

    private boolean deleteAll(Expiring module, Instant now, Map<String, Long> deleted) {
        while (!stopping) {
            Map<String, Long> rows = transactions.run(() -> module.deleteSome(now));
            if (rows.isEmpty()) {
                return true;
            }
            rows.forEach((table, count) -> {
                deleted.merge(table, count, Long::sum);
                meter(table).increment(count);
            });
        }
        return false;
    }

    private Counter meter(String table) {
        return Counter.builder("acm.retention.deleted")
                .description("Rows deleted because they had expired")
                .tag("table", table)
                .register(meters);
    }
}
