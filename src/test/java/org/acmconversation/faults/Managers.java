package org.acmconversation.faults;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** People who work on many conversations concurrently until all have ended. */
class Managers implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(400);

    private final ScheduledExecutorService people;
    private final AtomicInteger ended = new AtomicInteger();
    private final ConcurrentLinkedQueue<RuntimeException> complaints = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Work> waiting;
    private final int all;

    /** @param atOnce number of concurrent conversations */
    Managers(List<? extends Work> conversations, int people, int atOnce) {
        this.people = Executors.newScheduledThreadPool(people);
        this.all = conversations.size();
        this.waiting = new ConcurrentLinkedQueue<>(conversations);
        for (int i = 0; i < atOnce; i++) {
            takeNext();
        }
    }

    private void takeNext() {
        Work next = waiting.poll();
        if (next != null) {
            people.execute(() -> work(next));
        }
    }

    private void work(Work conversation) {
        try {
            conversation.step();
        } catch (RuntimeException e) {
            complaints.add(e);
        }
        if (conversation.hasEnded()) {
            ended.incrementAndGet();
            takeNext();
        } else {
            people.schedule(() -> work(conversation), PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    int ended() {
        return ended.get();
    }

    boolean areDone() {
        return ended.get() == all;
    }

    /** Returns responses that must never occur, such as the rejection of a valid request. */
    List<RuntimeException> complaints() {
        return List.copyOf(complaints);
    }

    @Override
    public void close() {
        people.shutdownNow();
    }
}
