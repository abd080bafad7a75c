package org.acmconversation.engagement.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.context.ContextSnapshotFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.acmconversation.problem.FieldError;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Rows of an import that are processed concurrently. */
class RowsInFlightTest {

    private final ImportThreads threads =
            new ImportThreads(new ImportProperties(DataSize.ofMegabytes(1), DataSize.ofKilobytes(4), 2));
    private ImportReport report;
    private RowsInFlight rows;

    @BeforeEach
    void begin() throws IOException {
        report = new ImportReport();
        rows = new RowsInFlight(
                threads, ContextSnapshotFactory.builder().build().captureAll(), report);
    }

    @AfterEach
    void end() throws Exception {
        threads.destroy();
        report.close();
    }

    @Test
    void runConcurrently() throws IOException {
        var both = new CountDownLatch(2);
        for (String key : List.of("a", "b")) {
            rows.add(key, () -> {
                both.countDown();
                both.await();
                return ImportReport::accept;
            });
        }

        rows.close();

        assertThat(reportText()).startsWith("{\"accepted\":2,");
    }

    @Test
    void runSequentiallyWithTheSameKey() throws IOException {
        Queue<Integer> started = new ConcurrentLinkedQueue<>();
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            int number = i;
            all.add(number);
            rows.add("same", () -> {
                started.add(number);
                return ImportReport::accept;
            });
        }

        rows.close();

        assertThat(started).containsExactlyElementsOf(all);
    }

    @Test
    void areReportedInOrder() throws IOException {
        var second = new CountDownLatch(1);
        rows.add("a", () -> {
            second.await();
            return report -> report.reject(new CsvRows.Row(2, List.of(), null), List.of(new FieldError("row", "slow")));
        });
        rows.add("b", () -> {
            second.countDown();
            return report -> report.reject(new CsvRows.Row(3, List.of(), null), List.of(new FieldError("row", "fast")));
        });

        rows.close();

        assertThat(reportText()).containsSubsequence("\"line\":2", "\"line\":3");
    }

    @Test
    void areLimitedInNumber() throws IOException {
        var waiting = new AtomicInteger();
        var most = new AtomicInteger();
        for (int i = 0; i < 1_000; i++) {
            most.accumulateAndGet(waiting.incrementAndGet(), Math::max);
            rows.add("key " + i, () -> report -> {
                waiting.decrementAndGet();
                report.accept();
            });
        }

        rows.close();

        assertThat(most).hasValue(threads.capacity() + 1);
        assertThat(reportText()).startsWith("{\"accepted\":1000,");
    }

    @Test
    void areSkippedAfterAFailureIfNotStarted() throws IOException {
        var begun = new CountDownLatch(1);
        var failed = new CountDownLatch(1);
        var started = new AtomicInteger();
        rows.add("a", () -> {
            begun.await();
            throw new IllegalStateException("no database");
        });
        rows.add("b", () -> {
            begun.countDown();
            failed.await();
            return ImportReport::accept;
        });
        fillUpAfter("b", started);

        assertThatThrownBy(() -> rows.add("b", () -> ImportReport::accept)).hasMessage("no database");
        failed.countDown();
        rows.close();

        assertThat(started).hasValue(0);
        assertThat(reportText()).startsWith("{\"accepted\":1,");
    }

    @Test
    void areSkippedAfterAFailedReportIfNotStarted() throws IOException {
        var failed = new CountDownLatch(1);
        var started = new AtomicInteger();
        rows.add("a", () -> report -> {
            throw new IOException("disk full");
        });
        rows.add("b", () -> {
            failed.await();
            return ImportReport::accept;
        });
        fillUpAfter("b", started);

        assertThatIOException()
                .isThrownBy(() -> rows.add("b", () -> ImportReport::accept))
                .withMessage("disk full");
        failed.countDown();
        rows.close();

        assertThat(started).hasValue(0);
    }

    @Test
    void areFinishedAfterAnInterruptIfStarted() throws IOException {
        var begun = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var ended = new AtomicInteger();
        var started = new AtomicInteger();
        rows.add("a", () -> {
            begun.countDown();
            interrupted.await();
            ended.incrementAndGet();
            return ImportReport::accept;
        });
        rows.add("a", () -> {
            started.incrementAndGet();
            return ImportReport::accept;
        });
        var importing = Thread.currentThread();
        var interrupting = new Thread(() -> {
            Awaitility.await().until(() -> begun.getCount() == 0 && importing.getState() == Thread.State.WAITING);
            importing.interrupt();
            Awaitility.await().until(() -> !importing.isInterrupted());
            interrupted.countDown();
        });
        interrupting.start();

        assertThatIllegalStateException().isThrownBy(rows::close).withMessage("The import was interrupted");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(ended).hasValue(1);
        assertThat(started).hasValue(0);
    }

    @Test
    void areCanceledOnShutdownIfNotStarted() throws Exception {
        var begun = new CountDownLatch(1);
        var ending = new CountDownLatch(1);
        Future<String> first = threads.submit("a", () -> {
            begun.countDown();
            ending.await();
            return "started";
        });
        Future<String> second = threads.submit("a", () -> "started, too");
        begun.await();

        var node = new Thread(() -> assertThatCode(threads::destroy).doesNotThrowAnyException());
        node.start();
        Awaitility.await().until(second::isCancelled);
        ending.countDown();
        node.join();

        assertThat(first).isDone().isNotCancelled();
        assertThat(first.get()).isEqualTo("started");
    }

    /** Submits rows until the next one has to wait for the first. */
    private void fillUpAfter(String key, AtomicInteger started) throws IOException {
        for (int i = 2; i < threads.capacity(); i++) {
            rows.add(key, () -> {
                started.incrementAndGet();
                return ImportReport::accept;
            });
        }
    }

    private String reportText() throws IOException {
        var out = new ByteArrayOutputStream();
        report.writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
