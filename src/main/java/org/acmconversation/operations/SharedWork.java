package org.acmconversation.operations;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import net.javacrumbs.shedlock.core.DefaultLockingTaskExecutor;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.core.LockingTaskExecutor;
import net.javacrumbs.shedlock.core.SimpleLock;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.support.CronTrigger;
import org.springframework.stereotype.Component;

/** Scheduled work for one node at a time: the one that gets the lock in the database, by the database's clock. */
@Component
public class SharedWork {

    /** How long a dead node's lock blocks the others; a running node extends its lock after half of it. */
    static final Duration LOCK_AT_MOST = Duration.ofMinutes(1);

    /** Nodes start nightly work at the same time, apart from clock skew. */
    private static final Duration LOCK_AT_LEAST = Duration.ofMinutes(1);

    private final TaskScheduler scheduler;
    private final LockProvider locks;
    private final LockingTaskExecutor tasks;

    SharedWork(TaskScheduler scheduler, LockProvider locks) {
        this.scheduler = scheduler;
        this.locks = locks;
        this.tasks = new DefaultLockingTaskExecutor(locks);
    }

    /**
     * Runs work once per interval across all nodes. Exceptions are logged and do not stop the schedule.
     *
     * @param name unique name, the same on all nodes
     */
    public void every(Duration interval, String name, Runnable work) {
        every(interval, interval, name, work);
    }

    /**
     * Like the above, but the first attempt may come sooner than an interval after the start, so that nodes that
     * restart often run the work, too. It is skipped if any node has run it within the interval.
     */
    public void every(Duration interval, Duration first, String name, Runnable work) {
        var unused = scheduler.scheduleAtFixedRate(
                () -> once(interval, name, work), Instant.now().plus(first), interval);
    }

    /**
     * Like the above, for work that is rarely due: each node queries once per interval whether it is, and locks only
     * then. A lock costs two updates, which an idle service would write every few seconds.
     *
     * @param isDue whether there is work; exceptions are logged, too
     */
    public void whenDue(Duration interval, String name, BooleanSupplier isDue, Runnable work) {
        var unused = scheduler.scheduleAtFixedRate(
                () -> {
                    if (isDue.getAsBoolean()) {
                        once(interval, name, work);
                    }
                },
                Instant.now().plus(interval),
                interval);
    }

    /** Runs work every night on one node. Exceptions are logged and do not stop the schedule. */
    public void nightly(LocalTime at, String name, Runnable work) {
        var trigger = new CronTrigger(
                "%d %d %d * * *".formatted(at.getSecond(), at.getMinute(), at.getHour()), ZoneOffset.UTC);
        var unused = scheduler.schedule(() -> tasks.executeWithLock(work, singly(name, LOCK_AT_LEAST)), trigger);
    }

    /**
     * Starts work now, in the background.
     *
     * @return false if a node is already running it, or started it on schedule within the last minute
     * @throws TaskRejectedException if this node is stopping
     */
    public boolean startNow(String name, Runnable work) {
        // Here and not in the background: there it would wait for a free thread, which a stopping node does not have.
        Optional<SimpleLock> lock = locks.lock(singly(name, Duration.ZERO));
        lock.ifPresent(taken -> {
            try {
                var unused = scheduler.schedule(() -> run(work, taken), Instant.now());
            } catch (TaskRejectedException | Error e) {
                taken.unlock();
                throw e;
            }
        });
        return lock.isPresent();
    }

    private static void run(Runnable work, SimpleLock lock) {
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    private static LockConfiguration singly(String name, Duration atLeast) {
        return new LockConfiguration(Instant.now(), name, LOCK_AT_MOST, atLeast);
    }

    /** Runs the work, unless another node is running it or has run it within the interval. */
    void once(Duration interval, String name, Runnable work) {
        // Slightly shorter than the interval, so that the last node can run the work again on time.
        Duration kept = interval.minus(interval.dividedBy(10));
        Duration longest = kept.compareTo(LOCK_AT_MOST) > 0 ? kept : LOCK_AT_MOST;
        tasks.executeWithLock(work, new LockConfiguration(Instant.now(), name, longest, kept));
    }
}
