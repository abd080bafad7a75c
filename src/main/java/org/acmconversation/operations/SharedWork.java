package org.acmconversation.operations;

import java.time.Duration;
import java.time.Instant;
import net.javacrumbs.shedlock.core.LockConfiguration;
import net.javacrumbs.shedlock.core.LockingTaskExecutor;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** Work that is done now and then by one of all nodes: whoever gets the lock in the database, whose clock counts. */
@Component
public class SharedWork {

    /** A node that dies at work keeps the others from it for so long; one that goes on keeps its lock. */
    private static final Duration AFTER_A_DEATH = Duration.ofMinutes(5);

    private final TaskScheduler scheduler;
    private final LockingTaskExecutor locks;

    SharedWork(TaskScheduler scheduler, LockingTaskExecutor locks) {
        this.scheduler = scheduler;
        this.locks = locks;
    }

    /**
     * Has work done once per interval, on all nodes together. What it throws is logged, and it is tried again.
     *
     * @param name tells it from other work, on every node
     */
    public void every(Duration interval, String name, Runnable work) {
        scheduler.scheduleAtFixedRate(
                () -> once(interval, name, work), Instant.now().plus(interval), interval);
    }

    /** Does it, unless another node does or has done so within the interval. */
    void once(Duration interval, String name, Runnable work) {
        // A little less than the interval, so that the node whose turn was last is not late for the next.
        Duration kept = interval.minus(interval.dividedBy(10));
        Duration longest = kept.compareTo(AFTER_A_DEATH) > 0 ? kept : AFTER_A_DEATH;
        locks.executeWithLock(work, new LockConfiguration(Instant.now(), name, longest, kept));
    }
}
