package org.acmconversation.ftop.simulator;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * The faults that the simulator injects. Random faults are drawn once per request from a seed, so that the same
 * requests in the same order get the same faults.
 */
public class Faults {

    private final Map<Fault, Double> chances = new EnumMap<>(Fault.class);
    private final Deque<Fault> next = new ArrayDeque<>();
    private final Deque<Fault> nextForTokens = new ArrayDeque<>();
    private final Map<String, String> refused = new HashMap<>();
    private Random random;
    private Duration slowness;
    private Duration retryAfter;
    private Duration downTime;
    private boolean ignoreKeys;
    private long clearings;

    Faults() {
        clear();
    }

    /** Clears all faults; waiting requests continue. */
    public final synchronized Faults clear() {
        chances.clear();
        next.clear();
        nextForTokens.clear();
        refused.clear();
        random = new Random(0);
        slowness = Duration.ofSeconds(3);
        retryAfter = Duration.ofSeconds(2);
        downTime = Duration.ofSeconds(2);
        ignoreKeys = false;
        clearings++;
        notifyAll();
        return this;
    }

    /** Restarts the random sequence. */
    public synchronized Faults seed(long seed) {
        random = new Random(seed);
        return this;
    }

    /** Sets the probability of a fault, from 0 to 1. The sum of all must not exceed 1. */
    public synchronized Faults chance(Fault fault, double chance) {
        double others = chances.entrySet().stream()
                .filter(entry -> entry.getKey() != fault)
                .mapToDouble(Map.Entry::getValue)
                .sum();
        if (!(chance >= 0 && chance + others <= 1 + 1e-9)) {
            throw new IllegalArgumentException("The chances of all faults together are from 0 to 1");
        }
        chances.put(fault, chance);
        return this;
    }

    /** Sets the faults of the next task requests, one each, before random ones. */
    public synchronized Faults next(Fault... faults) {
        next.addAll(List.of(faults));
        return this;
    }

    /** Sets the faults of the next token requests, one each. */
    public synchronized Faults nextForTokens(Fault... faults) {
        nextForTokens.addAll(List.of(faults));
        return this;
    }

    /** Sets the delay of slow responses. */
    public synchronized Faults slowness(Duration time) {
        slowness = time;
        return this;
    }

    /** Sets Retry-After, in whole seconds. */
    public synchronized Faults retryAfter(Duration time) {
        retryAfter = time;
        return this;
    }

    /** Sets how long the port stays closed. */
    public synchronized Faults downTime(Duration time) {
        downTime = time;
        return this;
    }

    /** Refuses to create or close tasks of a catalog id. */
    public synchronized Faults refuse(String catalogId, String reason) {
        refused.put(catalogId, reason);
        return this;
    }

    /** Sets whether each creation creates a new task, so that repetitions leave duplicates. */
    public synchronized Faults ignoreKeys(boolean ignore) {
        ignoreKeys = ignore;
        return this;
    }

    synchronized Optional<Fault> draw() {
        if (!next.isEmpty()) {
            return Optional.of(next.remove());
        }
        if (chances.isEmpty()) {
            return Optional.empty();
        }
        double left = random.nextDouble();
        for (Map.Entry<Fault, Double> chance : chances.entrySet()) {
            left -= chance.getValue();
            if (left < 0) {
                return Optional.of(chance.getKey());
            }
        }
        return Optional.empty();
    }

    synchronized Optional<Fault> drawForTokens() {
        return Optional.ofNullable(nextForTokens.poll());
    }

    synchronized Optional<String> refusal(String catalogId) {
        return Optional.ofNullable(refused.get(catalogId));
    }

    synchronized boolean ignoresKeys() {
        return ignoreKeys;
    }

    synchronized Duration retryAfter() {
        return retryAfter;
    }

    synchronized Duration downTime() {
        return downTime;
    }

    /** Waits for the delay of slow responses, or until the faults are cleared. */
    synchronized void beSlow() {
        long before = clearings;
        long end = System.nanoTime() + slowness.toNanos();
        try {
            for (long left = slowness.toNanos(); left > 0 && clearings == before; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, Math.max(left, 1_000_000));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the settings for the control API. */
    synchronized Map<String, Object> settings() {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("chances", Map.copyOf(chances));
        settings.put("next", List.copyOf(next));
        settings.put("nextForTokens", List.copyOf(nextForTokens));
        settings.put("refused", Map.copyOf(refused));
        settings.put("slowness", slowness.toString());
        settings.put("retryAfter", retryAfter.toString());
        settings.put("downTime", downTime.toString());
        settings.put("ignoreKeys", ignoreKeys);
        return settings;
    }
}
