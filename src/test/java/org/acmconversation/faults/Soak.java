package org.acmconversation.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;

/** Nodes under steady load, scraped every second: none of their resources may grow. */
class Soak {

    /** Interval between full garbage collections, which show the live part of the heap. */
    private static final int COLLECTIONS = 12;

    private static final Duration LAST_REQUESTS = Duration.ofMinutes(1);

    private final List<Node> nodes;
    private final Duration duration;
    private final List<List<Figures>> scrapes = new ArrayList<>();
    private final List<List<Figures>> collections = new ArrayList<>();

    Soak(List<Node> nodes, Duration duration) {
        this.nodes = nodes;
        this.duration = duration;
    }

    /**
     * A node's resources. The heap is its live part after a collection.
     *
     * @param early the maximum in the second quarter of the time, after the warm-up
     * @param late the maximum in the last quarter
     * @param end after the work
     */
    record Held(Figures early, Figures late, Figures end) {}

    /** @param complaints responses that must never occur */
    record Result(
            Duration duration, int conversations, int scrapes, List<Held> nodes, List<RuntimeException> complaints) {}

    /** @param conversations more conversations than can end in this time */
    Result run(List<Conversation> conversations) throws ExecutionException, InterruptedException {
        int ended;
        List<RuntimeException> complaints;
        try (var managers = new Managers(conversations, 8, 40)) {
            scrapeEverySecond();
            ended = managers.ended();
            complaints = managers.complaints();
        }
        Awaitility.await("nothing is at work any more")
                .atMost(LAST_REQUESTS)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> figures().stream().allMatch(node -> node.connections() == 0));
        List<Figures> end = figures();
        List<Held> held = new ArrayList<>();
        for (int node = 0; node < nodes.size(); node++) {
            held.add(new Held(most(node, 1), most(node, 3), end.get(node)));
        }
        return new Result(duration, ended, scrapes.size(), held, complaints);
    }

    private void scrapeEverySecond() throws ExecutionException, InterruptedException {
        var clock = Executors.newSingleThreadScheduledExecutor();
        try {
            clock.scheduleAtFixedRate(this::scrape, 0, 1, TimeUnit.SECONDS).get(duration.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException end) {
            // All scrapes have succeeded.
        } finally {
            clock.shutdown();
            clock.awaitTermination(LAST_REQUESTS.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private void scrape() {
        if (scrapes.size() * COLLECTIONS / duration.toSeconds() >= collections.size()) {
            nodes.forEach(Node::collectGarbage);
            collections.add(figures());
        }
        scrapes.add(figures());
    }

    private List<Figures> figures() {
        return nodes.stream().map(Node::figures).toList();
    }

    /** @param quarter of the time, from 0 */
    private Figures most(int node, int quarter) {
        Figures held = most(scrapes, node, quarter);
        return held.withHeap(most(collections, node, quarter).heap());
    }

    private static Figures most(List<List<Figures>> all, int node, int quarter) {
        return all.subList(quarter * all.size() / 4, (quarter + 1) * all.size() / 4).stream()
                .map(nodes -> nodes.get(node))
                .reduce(Figures::or)
                .orElseThrow();
    }
}
