package org.acmconversation.operations;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** The thread that extends locks while any are held; those of the scheduler may all be busy. */
@Component
class LockExtension implements AutoCloseable {

    private static final Duration IDLE = Duration.ofSeconds(10);

    private final ScheduledThreadPoolExecutor thread;

    LockExtension() {
        var names = new CustomizableThreadFactory("lock-extension-");
        names.setDaemon(true);
        thread = new ScheduledThreadPoolExecutor(1, names);
        thread.setRemoveOnCancelPolicy(true);
        thread.setKeepAliveTime(IDLE.toSeconds(), TimeUnit.SECONDS);
        thread.allowCoreThreadTimeOut(true);
    }

    ScheduledExecutorService thread() {
        return thread;
    }

    @Override
    public void close() {
        thread.shutdown();
    }
}
