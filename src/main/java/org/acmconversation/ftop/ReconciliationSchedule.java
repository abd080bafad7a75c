package org.acmconversation.ftop;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockExtender;
import net.javacrumbs.shedlock.core.LockingTaskExecutor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** Starts the comparison with FTOP now and then, on one of all nodes. */
@Component
@ConditionalOnProperty(name = "acm.ftop.adapter", havingValue = "http")
class ReconciliationSchedule implements SmartLifecycle {

    private static final String LOCK = "ftop-reconciliation";

    /** A node that dies holds the lock for so long. Each page takes less. */
    private static final Duration PAGE = Duration.ofMinutes(5);

    private final Reconciliation reconciliation;
    private final LockingTaskExecutor locks;
    private final TaskScheduler scheduler;
    private final Duration interval;
    private ScheduledFuture<?> next;

    ReconciliationSchedule(
            Reconciliation reconciliation,
            LockingTaskExecutor locks,
            TaskScheduler scheduler,
            ReconciliationProperties properties) {
        this.reconciliation = reconciliation;
        this.locks = locks;
        this.scheduler = scheduler;
        this.interval = properties.interval();
    }

    /** Compares now, unless another node does or has done so within the interval. */
    private void run() {
        // Kept a little less than the interval, so that the node whose turn was last is not late for the next.
        var turn = new LockConfiguration(Instant.now(), LOCK, PAGE, shorter(interval));
        locks.executeWithLock((Runnable) this::runLocked, turn);
    }

    private void runLocked() {
        reconciliation.run(() -> LockExtender.extendActiveLock(PAGE, shorter(interval)));
    }

    private static Duration shorter(Duration interval) {
        Duration held = interval.minus(interval.dividedBy(10));
        return held.compareTo(PAGE) < 0 ? held : PAGE;
    }

    @Override
    public synchronized void start() {
        next = scheduler.scheduleAtFixedRate(this::run, Instant.now().plus(shorter(interval)), interval);
    }

    @Override
    public synchronized void stop() {
        next.cancel(false);
        next = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return next != null;
    }
}
