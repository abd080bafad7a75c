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

/** People at work: a few clients on several conversations each, in a closed loop. */
class Conversations {

    private static final int CLIENTS = 8;
    private static final int AT_ONCE = 24;

    /** While a conversation's jobs are at work, so is, most of the time, somebody else's conversation. */
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

    /** @param held from start to end */
    record Result(int held, Duration took, Latencies latencies) {}

    /** Starts new conversations for so long, and holds all that were started to their ends. */
    static Result during(Contender contender, Duration time) {
        long last = System.nanoTime() + time.toNanos();
        return new Conversations(contender, () -> System.nanoTime() < last).hold();
    }

    /** Holds so many, to their ends. */
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

    /** One that fails ends all. */
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
            clients.execute(() -> orFail(() -> goOn(conversation)));
        } else if (open.decrementAndGet() == 0) {
            end.complete(null);
        }
    }

    /** Works on all tasks that are open now. */
    private void goOn(String conversation) {
        List<OpenTask> tasks = contender.openTasks(conversation);
        for (OpenTask task : tasks) {
            latencies.of(Latencies.Step.CLAIM, () -> contender.claim(task));
            latencies.of(Latencies.Step.COMPLETE, () -> contender.complete(task));
        }
        if (tasks.stream().anyMatch(OpenTask::isLast)) {
            held.incrementAndGet();
            startNext();
        } else {
            clients.schedule(() -> orFail(() -> goOn(conversation)), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
