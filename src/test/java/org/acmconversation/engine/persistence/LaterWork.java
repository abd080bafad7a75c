package org.acmconversation.engine.persistence;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Work that a test does when it wants it done, instead of a thread that does it in time. */
class LaterWork {

    /** What is to be done, and how much later. */
    record Planned(Runnable work, Duration later) {}

    private final Deque<Planned> planned = new ArrayDeque<>();
    private final ScheduledExecutorService worker = mock(ScheduledExecutorService.class);

    LaterWork() {
        when(worker.schedule(any(Runnable.class), anyLong(), any(TimeUnit.class)))
                .thenAnswer(call -> {
                    Duration later = Duration.of(
                            call.getArgument(1), call.<TimeUnit>getArgument(2).toChronoUnit());
                    planned.add(new Planned(call.getArgument(0), later));
                    return null;
                });
    }

    ScheduledExecutorService worker() {
        return worker;
    }

    boolean isNothing() {
        return planned.isEmpty();
    }

    /** Does what comes next, and tells how much later that was to be. */
    Duration next() {
        Planned next = planned.remove();
        next.work().run();
        return next.later();
    }
}
