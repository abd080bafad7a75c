package org.acmconversation.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/** Counts that take long, by a clock and with a worker of the test's own. */
class LongCountsTest {

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final LaterWork later = new LaterWork();
    private final LongCounts counts = new LongCounts(clock::get, later.worker());
    private final AtomicInteger tasks = new AtomicInteger(7);

    private Duration takes = Duration.ofSeconds(1);

    @Test
    void whatIsQuickIsAlwaysCounted() {
        takes = LongCounts.QUICK;

        assertThat(ask("queue")).isEqualTo(7);
        tasks.incrementAndGet();
        assertThat(ask("queue")).isEqualTo(8);
        assertThat(later.isNothing()).isTrue();
    }

    @Test
    void whatIsSlowIsToldAgainAtOnce() {
        ask("queue");
        tasks.incrementAndGet();
        long before = clock.get();

        assertThat(ask("queue")).isEqualTo(7);
        assertThat(clock.get()).as("nobody waits").isEqualTo(before);
        assertThat(ask("another queue")).isEqualTo(8);
    }

    @Test
    void whatIsABitSlowIsToldAgainFromTheSecondTimeInARowOn() {
        takes = LongCounts.SLOW;
        ask("queue");
        takes = LongCounts.QUICK;
        ask("queue");
        takes = LongCounts.SLOW;
        ask("queue");
        tasks.set(8);
        assertThat(ask("queue")).as("quick in between").isEqualTo(8);

        tasks.set(9);
        assertThat(ask("queue")).as("slow twice in a row").isEqualTo(8);
    }

    @Test
    void itIsCountedAnewInTheBackgroundATwentiethOfTheTime() {
        ask("queue");
        ask("queue");
        tasks.set(9);

        assertThat(later.next()).isEqualTo(Duration.ofSeconds(19));
        assertThat(ask("queue")).isEqualTo(9);
        tasks.set(10);
        assertThat(later.next()).isEqualTo(Duration.ofSeconds(19));
        assertThat(ask("queue")).isEqualTo(10);
    }

    @Test
    void itRestsAMinuteAtMost() {
        takes = Duration.ofSeconds(10);
        ask("queue");
        ask("queue");

        assertThat(later.next()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void theOldestIsCountedFirst() {
        ask("one");
        ask("two");
        ask("one");
        ask("two");
        tasks.set(9);

        later.next();
        assertThat(ask("one")).isEqualTo(9);
        assertThat(ask("two")).isEqualTo(7);
        later.next();
        assertThat(ask("two")).isEqualTo(9);
        assertThat(later.isNothing()).as("one at a time").isFalse();
    }

    @Test
    void whatIsAskedOnceIsNotCountedAnew() {
        ask("queue");

        assertThat(later.isNothing()).isTrue();
    }

    @Test
    void whatNobodyAsksAnyMoreIsNotCountedAnewForLong() {
        ask("queue");
        ask("queue");
        later.next();
        for (Duration unasked = Duration.ZERO;
                unasked.compareTo(LongCounts.IN_USE) < 0;
                unasked = unasked.plusMinutes(1)) {
            pass(Duration.ofMinutes(1));
            later.next();
        }
        assertThat(later.isNothing()).isTrue();

        tasks.set(9);
        pass(LongCounts.OLDEST);
        assertThat(ask("queue")).as("whoever comes then counts").isEqualTo(9);
    }

    @Test
    void noneIsToldThatIsTooOld() {
        ask("queue");
        tasks.set(9);
        pass(LongCounts.OLDEST);

        assertThat(ask("queue")).isEqualTo(9);
    }

    @Test
    void whatHasBecomeQuickIsCountedAgainByWhoeverAsks() {
        ask("queue");
        ask("queue");
        takes = LongCounts.QUICK;
        later.next();
        tasks.set(9);

        assertThat(ask("queue")).isEqualTo(9);
    }

    @Test
    void whoeverAsksCountsWhenCountingAnewFailed() {
        ask("queue");
        counts.of("queue", this::count, () -> {
            throw new IllegalStateException("no connection");
        });
        later.next();
        tasks.set(9);

        assertThat(ask("queue")).isEqualTo(9);
        ask("queue");
        tasks.set(10);
        later.next();
        later.next();
        assertThat(ask("queue")).as("counted anew again").isEqualTo(10);
    }

    @Test
    void countingGoesOnAfterAFailureThatNobodyExpected() {
        ask("queue");
        counts.of("queue", this::count, () -> {
            throw new StackOverflowError();
        });
        later.next();
        ask("queue");
        ask("queue");
        tasks.set(10);
        later.next();

        assertThat(ask("queue")).isEqualTo(10);
    }

    @Test
    void aFailureReachesWhoeverAsks() {
        LongSupplier failing = () -> {
            throw new IllegalStateException("no connection");
        };

        assertThatThrownBy(() -> counts.of("queue", failing, failing)).hasMessage("no connection");
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
