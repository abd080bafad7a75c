package org.acmconversation.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/** Caching of slow counts, with a clock and a worker that the test controls. */
class SlowCountCacheTest {

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final ManualExecutor later = new ManualExecutor();
    private final SlowCountCache counts = new SlowCountCache(clock::get, later.worker());
    private final AtomicInteger tasks = new AtomicInteger(7);

    private Duration takes = Duration.ofSeconds(1);

    @Test
    void neverCachesAQuickCount() {
        takes = SlowCountCache.SLOW_THRESHOLD;

        assertThat(ask("queue")).isEqualTo(7);
        assertThat(ask("queue")).isEqualTo(7);
        tasks.incrementAndGet();
        assertThat(ask("queue")).isEqualTo(8);
        assertThat(later.isNothing()).isTrue();
    }

    @Test
    void returnsASlowCountFromTheCache() {
        cache("queue");
        tasks.incrementAndGet();
        long before = clock.get();

        assertThat(ask("queue")).isEqualTo(7);
        assertThat(clock.get()).as("returns without waiting").isEqualTo(before);
        assertThat(ask("another queue")).isEqualTo(8);
    }

    @Test
    void cachesACountOnlyIfItIsSlowTwiceInARow() {
        ask("queue");
        takes = SlowCountCache.SLOW_THRESHOLD;
        ask("queue");
        takes = Duration.ofSeconds(1);
        ask("queue");
        tasks.set(8);
        assertThat(ask("queue")).as("after a quick count in between").isEqualTo(8);

        tasks.set(9);
        assertThat(ask("queue")).as("slow twice in a row").isEqualTo(8);
    }

    @Test
    void spendsATwentiethOfTheTimeOnRefreshes() {
        cache("queue");
        ask("queue");
        tasks.set(9);

        assertThat(later.next()).isEqualTo(Duration.ofSeconds(19));
        assertThat(ask("queue")).isEqualTo(9);
        tasks.set(10);
        assertThat(later.next()).isEqualTo(Duration.ofSeconds(19));
        assertThat(ask("queue")).isEqualTo(10);
    }

    @Test
    void pausesForAMinuteAtMost() {
        takes = Duration.ofSeconds(10);
        cache("queue");
        ask("queue");

        assertThat(later.next()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void refreshesInTheOrderOfRequests() {
        cache("one");
        cache("two");
        ask("one");
        ask("two");
        ask("one");
        tasks.set(9);

        later.next();
        assertThat(ask("one")).isEqualTo(9);
        assertThat(ask("two")).isEqualTo(7);
        later.next();
        assertThat(ask("two")).isEqualTo(9);
    }

    @Test
    void refreshesOneAtATime() {
        cache("one");
        cache("two");
        ask("one");
        ask("two");

        later.next();
        later.next();
        later.next();
        assertThat(later.isNothing()).isTrue();
    }

    @Test
    void refreshesOnlyRequestedCounts() {
        cache("queue");
        assertThat(later.isNothing()).isTrue();

        ask("queue");
        later.next();
        later.next();

        assertThat(later.isNothing()).as("not requested since its last refresh").isTrue();
    }

    @Test
    void refreshesAgainAfterTheNextRequest() {
        cache("queue");
        ask("queue");
        later.next();
        later.next();
        tasks.set(9);

        ask("queue");
        later.next();

        assertThat(ask("queue")).isEqualTo(9);
    }

    @Test
    void returnsNoExpiredCount() {
        cache("queue");
        tasks.set(9);
        pass(SlowCountCache.MAX_AGE);

        assertThat(ask("queue")).isEqualTo(9);
    }

    @Test
    void stopsCachingACountThatHasBecomeQuick() {
        cache("queue");
        ask("queue");
        takes = SlowCountCache.SLOW_THRESHOLD;
        later.next();
        tasks.set(9);

        assertThat(ask("queue")).isEqualTo(9);
    }

    @Test
    void countsInTheCallersThreadAfterAFailedRefresh() {
        cache("queue");
        counts.of("queue", this::count, () -> {
            throw new IllegalStateException("no connection");
        });
        later.next();
        tasks.set(9);

        assertThat(ask("queue")).isEqualTo(9);
        ask("queue");
        ask("queue");
        tasks.set(10);
        later.next();
        assertThat(ask("queue")).as("refreshed again").isEqualTo(10);
    }

    @Test
    void continuesAfterAnErrorInARefresh() {
        cache("queue");
        counts.of("queue", this::count, () -> {
            throw new StackOverflowError();
        });
        later.next();
        cache("queue");
        ask("queue");
        tasks.set(10);
        later.next();

        assertThat(ask("queue")).isEqualTo(10);
    }

    @Test
    void throwsAFailureToTheCaller() {
        LongSupplier failing = () -> {
            throw new IllegalStateException("no connection");
        };

        assertThatThrownBy(() -> counts.of("queue", failing, failing)).hasMessage("no connection");
    }

    /** Slow twice in a row. */
    private void cache(String question) {
        ask(question);
        ask(question);
    }

    private long ask(String question) {
        return counts.of(question, this::count, this::count);
    }

    private long count() {
        pass(takes);
        return tasks.get();
    }

    private void pass(Duration time) {
        clock.addAndGet(time.toNanos());
    }
}
