package org.acmconversation.operations;

import java.time.Duration;
import java.time.Instant;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockingTaskExecutor;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** Scheduled work for one node at a time: the one that gets the lock in the database. The database's clock decides. */
@Component
public class SharedWork {

    /** How long a dead node's lock blocks the others; a running node extends its lock. */
    private static final Duration AFTER_A_DEATH = Duration.ofMinutes(5);

    private final TaskScheduler scheduler;
    private final LockingTaskExecutor locks;

    SharedWork(TaskScheduler scheduler, LockingTaskExecutor locks) {
        this.scheduler = scheduler;
        this.locks = locks;
    }

    /**
     * Runs work once per interval across all nodes. Exceptions are logged and do not stop the schedule.
     *
     * @param name unique name, the same on all nodes
     */
    public void every(Duration interval, String name, Runnable work) {
        var unused = scheduler.scheduleAtFixedRate(
                () -> once(interval, name, work), Instant.now().plus(interval), interval);
    }

    /** Runs the work, unless another node is running it or has run it within the interval. */
    void once(Duration interval, String name, Runnable work) {
        // Slightly shorter than the interval, so that the last node can run the work again on time.
        Duration kept = interval.minus(interval.dividedBy(10));
        Duration longest = kept.compareTo(AFTER_A_DEATH) > 0 ? kept : AFTER_A_DEATH;
        locks.executeWithLock(work, new LockConfiguration(Instant.now(), name, longest, kept));
    }
}
