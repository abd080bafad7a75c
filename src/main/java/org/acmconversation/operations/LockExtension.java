package org.acmconversation.operations;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** The thread that extends locks; those of the scheduler may all be busy. */
@Component
class LockExtension implements AutoCloseable {

    private final ScheduledThreadPoolExecutor thread;

    LockExtension() {
        var names = new CustomizableThreadFactory("lock-extension-");
        names.setDaemon(true);
        thread = new ScheduledThreadPoolExecutor(1, names);
        thread.setRemoveOnCancelPolicy(true);
        // If the thread could not start when a lock is taken, nobody would release the lock, but a later thread would
        // extend it.
        thread.prestartCoreThread();
    }

    ScheduledExecutorService thread() {
        return thread;
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
