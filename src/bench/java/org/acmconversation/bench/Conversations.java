package org.acmconversation.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** People at work: a few clients on several conversations each, in a closed loop. */
class Conversations {

    private static final int CLIENTS = 8;
    private static final int AT_ONCE = 24;
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Contender contender;
    private final Latencies latencies = new Latencies();
    private final AtomicInteger held = new AtomicInteger();
    private final AtomicInteger started = new AtomicInteger();

    Conversations(Contender contender) {
        this.contender = contender;
    }

    /** @param held from start to end */
    record Result(int held, Duration took, Latencies latencies) {}

    /** Starts new conversations for so long, and ends all that were started; counts those that ended in time. */
    static Result during(Contender contender, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        return new Conversations(contender).hold(() -> System.nanoTime() < end);
    }

    /** Holds so many, to their ends. */
    static Result exactly(Contender contender, int number) {
        var conversations = new Conversations(contender);
        return conversations.hold(() -> conversations.started.getAndIncrement() < number);
    }

    private Result hold(BooleanSupplier mayStart) {
        long start = System.nanoTime();
        BlockingQueue<String> underWay = new LinkedBlockingQueue<>();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> all = new ArrayList<>();
            var open = new AtomicInteger();
            for (int i = 0; i < AT_ONCE && mayStart.getAsBoolean(); i++) {
                open.incrementAndGet();
                underWay.add("");
            }
            for (int i = 0; i < CLIENTS; i++) {
                all.add(clients.submit(() -> work(underWay, open, mayStart)));
            }
            for (Future<?> client : all) {
                client.get();
            }
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

    /** Takes one conversation after the other as far as it goes; an empty one is to be started. */
    private void work(BlockingQueue<String> underWay, AtomicInteger open, BooleanSupplier mayStart) {
        try {
            while (open.get() > 0) {
                String next = underWay.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                if (next == null) {
                    continue;
                }
                if (next.isEmpty()) {
                    underWay.add(latencies.of(Latencies.Step.START, () -> contender.start(customer())));
                } else if (!goOn(next)) {
                    underWay.add(next);
                } else {
                    held.incrementAndGet();
                    if (mayStart.getAsBoolean()) {
                        underWay.add("");
                    } else {
                        open.decrementAndGet();
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** Works on all open tasks; tells whether the last was among them. */
    private boolean goOn(String conversation) throws InterruptedException {
        List<OpenTask> tasks = contender.openTasks(conversation);
        boolean isLast = false;
        for (OpenTask task : tasks) {
            latencies.of(Latencies.Step.CLAIM, () -> contender.claim(task));
            latencies.of(Latencies.Step.COMPLETE, () -> contender.complete(task));
            isLast |= task.isLast();
        }
        if (tasks.isEmpty()) {
            // Its jobs are at work; so is, most of the time, somebody else's conversation.
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
        return isLast;
    }

    private static String customer() {
        return "CRM-" + UUID.randomUUID();
    }
}
