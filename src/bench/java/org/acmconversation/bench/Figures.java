package org.acmconversation.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The results of one contender at one size. */
class Figures {

    private final String contender;
    private final int size;
    private final int rowsPerConversation;
    private final PerConversation cost;
    private final Latencies latencies = new Latencies();
    private final List<Double> perSecond = new ArrayList<>();

    Figures(String contender, int size, int rowsPerConversation, PerConversation cost) {
        this.contender = contender;
        this.size = size;
        this.rowsPerConversation = rowsPerConversation;
        this.cost = cost;
    }

    void add(Candidate.Round round) {
        perSecond.add(round.conversations().held()
                * 1_000.0
                / round.conversations().took().toMillis());
        latencies.add(round.conversations().latencies());
        latencies.add(round.inbox());
    }

    String contender() {
        return contender;
    }

    int size() {
        return size;
    }

    int rowsPerConversation() {
        return rowsPerConversation;
    }

    PerConversation cost() {
        return cost;
    }

    /** Returns conversations per second, as the median of the rounds. */
    double perSecond() {
        List<Double> sorted = new ArrayList<>(perSecond);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    List<Double> rounds() {
        return List.copyOf(perSecond);
    }

    Duration quantile(Latencies.Step step, double share) {
        return latencies.quantile(step, share);
    }

    @Override
    public String toString() {
        return "%s at %d: %.2f/s %s, start %d ms, claim %d, complete %d, inbox %d; %s"
                .formatted(
                        contender,
                        size,
                        perSecond(),
                        perSecond,
                        quantile(Latencies.Step.START, 0.5).toMillis(),
                        quantile(Latencies.Step.CLAIM, 0.5).toMillis(),
                        quantile(Latencies.Step.COMPLETE, 0.5).toMillis(),
                        quantile(Latencies.Step.INBOX, 0.5).toMillis(),
                        cost);
    }
}
