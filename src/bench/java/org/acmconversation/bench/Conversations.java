package org.acmconversation.bench;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** A closed loop: a few clients work on several conversations each. */
class Conversations {

    private static final int CLIENTS = 8;
    private static final int AT_ONCE = 24;

    /** Clients mostly work on other conversations while the jobs of one are running. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Contender contender;
    private final BooleanSupplier mayStart;
    private final ScheduledExecutorService clients = Executors.newScheduledThreadPool(CLIENTS);
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final Latencies latencies = new Latencies();
    private final AtomicInteger held = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger(AT_ONCE);

    private Conversations(Contender contender, BooleanSupplier mayStart) {
        this.contender = contender;
        this.mayStart = mayStart;
    }

    /** @param held number of complete conversations */
    record Result(int held, Duration took, Latencies latencies) {}

    /** Starts conversations for a time, and completes all that were started. */
    static Result during(Contender contender, Duration time) {
        long last = System.nanoTime() + time.toNanos();
        return new Conversations(contender, () -> System.nanoTime() < last).hold();
    }

    /** Completes a number of conversations. */
    static Result exactly(Contender contender, int number) {
        var started = new AtomicInteger();
        return new Conversations(contender, () -> started.getAndIncrement() < number).hold();
    }

    private Result hold() {
        long start = System.nanoTime();
        try {
            for (int i = 0; i < AT_ONCE; i++) {
                clients.execute(() -> orFail(this::startNext));
            }
            end.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A conversation with %s failed".formatted(contender.name()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } finally {
            clients.shutdownNow();
        }
        return new Result(held.get(), Duration.ofNanos(System.nanoTime() - start), latencies);
    }

    /** A failed step ends all conversations. */
    private void orFail(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failure) {
            end.completeExceptionally(failure);
        }
    }

    private void startNext() {
        if (mayStart.getAsBoolean()) {
            String customer = "CRM-" + UUID.randomUUID();
            String conversation = latencies.of(Latencies.Step.START, () -> contender.start(customer));
            clients.execute(() -> orFail(() -> advance(conversation)));
        } else if (open.decrementAndGet() == 0) {
            end.complete(null);
        }
    }

    /** Completes all currently open tasks. */
    private void advance(String conversation) {
        List<OpenTask> tasks = contender.openTasks(conversation);
        for (OpenTask task : tasks) {
            latencies.of(Latencies.Step.CLAIM, () -> contender.claim(task));
            latencies.of(Latencies.Step.COMPLETE, () -> contender.complete(task));
        }
        if (tasks.stream().anyMatch(OpenTask::isLast)) {
            held.incrementAndGet();
            startNext();
        } else {
            clients.schedule(() -> orFail(() -> advance(conversation)), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
