package org.acmconversation.portfolio;

import java.time.Duration;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A histogram of durations. Each bucket is a tenth wider than the one before, so a percentile is off by at most a
 * twentieth.
 */
class Histogram {

    private static final double GROWTH = Math.log(1.1);

    private final NavigableMap<Integer, Long> buckets = new TreeMap<>();

    /** Returns the bucket of a duration; durations below a second are in the first. */
    static int bucket(Duration duration) {
        long seconds = duration.toSeconds();
        return seconds < 1 ? 0 : 1 + (int) (Math.log((double) seconds) / GROWTH);
    }

    void add(int bucket, long number) {
        buckets.merge(bucket, number, Long::sum);
    }

    long size() {
        return buckets.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Returns a percentile in seconds; null if there are no durations.
     *
     * @param share the percentile as a fraction from 0 to 1
     */
    @Nullable
    Long percentile(double share) {
        long rank = (long) Math.ceil(share * size());
        long counted = 0;
        for (Map.Entry<Integer, Long> bucket : buckets.entrySet()) {
            counted += bucket.getValue();
            if (counted >= rank) {
                return middle(bucket.getKey());
            }
        }
        return null;
    }

    private static long middle(int bucket) {
        return bucket == 0 ? 0 : Math.round(Math.exp((bucket - 0.5) * GROWTH));
    }
}
