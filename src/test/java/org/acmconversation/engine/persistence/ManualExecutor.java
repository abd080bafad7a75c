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

/** A scheduled executor whose work the test runs itself. */
class ManualExecutor {

    /** Scheduled work and its delay. */
    record Planned(Runnable work, Duration later) {}

    private final Deque<Planned> planned = new ArrayDeque<>();
    private final ScheduledExecutorService worker = mock(ScheduledExecutorService.class);

    ManualExecutor() {
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

    /** Runs the next work and returns its delay. */
    Duration next() {
        Planned next = planned.remove();
        next.work().run();
        return next.later();
    }
}
