package org.acmconversation.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.sql.DataSource;
import net.javacrumbs.shedlock.core.LockProvider;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.task.ThreadPoolTaskSchedulerBuilder;
import org.springframework.core.task.TaskRejectedException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Shared work runs on only one node at a time. */
abstract class SharedWorkContract {

    private static final Duration LONG = Duration.ofHours(1);
    static final Duration SHORT = Duration.ofMillis(500);

    @Autowired
    SharedWork work;

    @Autowired
    DataSource dataSource;

    @Autowired
    LockExtension extension;

    @Autowired
    ThreadPoolTaskScheduler scheduler;

    final String name = "test-" + UUID.randomUUID();
    final AtomicInteger times = new AtomicInteger();

    @Test
    void oneOfManyConcurrentNodesRunsIt() {
        List<CompletableFuture<Void>> nodes = Stream.generate(
                        () -> CompletableFuture.runAsync(() -> work.once(LONG, name, times::incrementAndGet)))
                .limit(8)
                .toList();
        nodes.forEach(CompletableFuture::join);

        assertThat(times).hasValue(1);
    }

    @Test
    void recoversFromAnOutageDuringTheFirstLock() throws MetaDataAccessException {
        var isAway = new AtomicBoolean();
        var database = new DelegatingDataSource(dataSource) {
            @Override
            public Connection getConnection() throws SQLException {
                if (isAway.get()) {
                    throw new SQLTransientConnectionException("The database is down");
                }
                return super.getConnection();
            }
        };
        var fresh = new SharedWork(scheduler, new SharedWorkConfiguration().lockProvider(database, extension));
        isAway.set(true);
        assertThatThrownBy(() -> fresh.once(SHORT, name, times::incrementAndGet))
                .isNotNull();
        isAway.set(false);

        fresh.once(SHORT, name, times::incrementAndGet);

        assertThat(times).hasValue(1);
    }

    @Test
    void doesNotRunConcurrently() throws InterruptedException {
        var isAtIt = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var first = CompletableFuture.runAsync(() -> work.once(SHORT, name, () -> {
            isAtIt.countDown();
            await().until(() -> mayEnd.getCount() == 0);
            times.incrementAndGet();
        }));
        assertThat(isAtIt.await(30, TimeUnit.SECONDS)).isTrue();
        work.once(SHORT, name, times::incrementAndGet);
        mayEnd.countDown();
        first.join();

        assertThat(times).hasValue(1);
    }

    @Test
    void runsAgainAfterTheInterval() {
        work.once(SHORT, name, times::incrementAndGet);

        await().until(() -> {
            work.once(SHORT, name, times::incrementAndGet);
            return times.get() == 2;
        });
    }

    @Test
    void aDeadNodesLockBlocksOthersForAMinute() {
        var lease = new AtomicReference<Duration>();

        work.once(SHORT, name, () -> lease.set(lease()));

        assertThat(lease.get()).isEqualTo(Duration.ofMinutes(1));
    }

    /** How long a node that dies now would keep its lock, from when it took it. */
    Duration lease() {
        return JdbcClient.create(dataSource)
                .sql("select locked_at, lock_until from shedlock where name = :name")
                .param("name", name)
                .query((row, number) ->
                        Duration.between(row.getObject(1, LocalDateTime.class), row.getObject(2, LocalDateTime.class)))
                .single();
    }

    @Test
    void doesNotBlockOtherWork() {
        work.once(LONG, name, times::incrementAndGet);
        work.once(LONG, name + "-other", times::incrementAndGet);

        assertThat(times).hasValue(2);
    }

    @Test
    void retriesFailedWork() {
        Runnable failing = () -> {
            throw new IllegalStateException("Not this time");
        };
        assertThatThrownBy(() -> work.once(SHORT, name, failing)).hasMessage("Not this time");

        work.every(SHORT, name, () -> {
            if (times.incrementAndGet() == 1) {
                failing.run();
            }
        });
        await().until(() -> times.get() == 2);
    }

    @Test
    void takesNoLockWhileNothingIsDue() {
        var asked = new AtomicInteger();
        var isDue = new AtomicBoolean();
        work.whenDue(
                SHORT,
                name,
                () -> {
                    asked.incrementAndGet();
                    return isDue.get();
                },
                times::incrementAndGet);
        await().until(() -> asked.get() == 3);
        assertThat(locks()).isZero();
        assertThat(times).hasValue(0);

        isDue.set(true);

        await().until(() -> times.get() > 1);
        assertThat(locks()).isOne();
        isDue.set(false);
    }

    private int locks() {
        return JdbcClient.create(dataSource)
                .sql("select count(*) from shedlock where name = :name")
                .param("name", name)
                .query(Integer.class)
                .single();
    }

    @Test
    void shutdownDoesNotWaitForFutureWork(@Autowired ThreadPoolTaskSchedulerBuilder builder) {
        ThreadPoolTaskScheduler stopping = builder.build();
        stopping.initialize();
        var tonight = stopping.schedule(times::incrementAndGet, Instant.now().plus(LONG));

        stopping.shutdown();

        assertThat(stopping.getScheduledThreadPoolExecutor().isTerminated()).isTrue();
        assertThat(tonight.isCancelled()).isTrue();
        assertThat(times).hasValue(0);
    }

    @Test
    void doesNotStartWorkThatIsRunning() {
        var mayEnd = new CountDownLatch(1);
        assertThat(work.startNow(name, () -> {
                    await().until(() -> mayEnd.getCount() == 0);
                    times.incrementAndGet();
                }))
                .isTrue();

        assertThat(work.startNow(name, times::incrementAndGet)).isFalse();

        mayEnd.countDown();
        await().until(() -> work.startNow(name, times::incrementAndGet));
        await().until(() -> times.get() == 2);
    }

    @Test
    void stoppedNodesLeaveWorkToOthers(
            @Autowired ThreadPoolTaskSchedulerBuilder builder, @Autowired LockProvider locks) {
        ThreadPoolTaskScheduler stopped = builder.build();
        stopped.initialize();
        stopped.shutdown();

        assertThatExceptionOfType(TaskRejectedException.class)
                .isThrownBy(() -> new SharedWork(stopped, locks).startNow(name, times::incrementAndGet));

        assertThat(work.startNow(name, times::incrementAndGet)).isTrue();
        await().until(() -> times.get() == 1);
    }
}
