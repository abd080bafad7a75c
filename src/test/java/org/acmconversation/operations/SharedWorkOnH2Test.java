package org.acmconversation.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.acmconversation.contract.OnH2;
import org.junit.jupiter.api.Test;

/** Shared work on H2. */
@OnH2
class SharedWorkOnH2Test extends SharedWorkContract {

    /** On one database only, since a lock is extended after half a minute. */
    @Test
    void extendsLocksWhileAllThreadsAreAtWork() {
        var mayEnd = new CountDownLatch(1);
        for (int thread = 0; thread < scheduler.getScheduledThreadPoolExecutor().getCorePoolSize(); thread++) {
            scheduler.execute(() -> await().forever().until(() -> mayEnd.getCount() == 0));
        }
        var lease = new AtomicReference<Duration>();

        work.once(
                SHORT,
                name,
                () -> lease.set(await().atMost(Duration.ofMinutes(2))
                        .until(this::lease, held -> held.compareTo(SharedWork.LOCK_AT_MOST) > 0)));
        mayEnd.countDown();

        assertThat(lease.get()).isGreaterThan(SharedWork.LOCK_AT_MOST);
    }
}
