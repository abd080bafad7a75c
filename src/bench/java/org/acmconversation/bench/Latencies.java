package org.acmconversation.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Durations by kind of request. */
class Latencies {

    enum Step {
        START,
        CLAIM,
        COMPLETE,
        INBOX
    }

    private final Map<Step, List<Long>> nanos = new EnumMap<>(Step.class);

    Latencies() {
        for (Step step : Step.values()) {
            nanos.put(step, Collections.synchronizedList(new ArrayList<>()));
        }
    }

    void of(Step step, Runnable request) {
        of(step, () -> {
            request.run();
            return null;
        });
    }

    <T> T of(Step step, Supplier<T> request) {
        long start = System.nanoTime();
        T answer = request.get();
        nanos.get(step).add(System.nanoTime() - start);
        return answer;
    }

    void add(Latencies others) {
        others.nanos.forEach((step, values) -> nanos.get(step).addAll(values));
    }

    /** @param share such as 0.99 */
    Duration quantile(Step step, double share) {
        List<Long> sorted = new ArrayList<>(nanos.get(step));
        Collections.sort(sorted);
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.isEmpty() ? Duration.ZERO : Duration.ofNanos(sorted.get(Math.max(0, index)));
    }
}
