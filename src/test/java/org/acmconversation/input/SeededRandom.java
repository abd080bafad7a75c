package org.acmconversation.input;

import java.util.List;
import java.util.SplittableRandom;

/** Reproducible random numbers: the n-th request depends only on the seed and on n. */
class SeededRandom {

    private final SplittableRandom random;

    SeededRandom(long seed, int index) {
        random = new SplittableRandom(seed * 1_000_000 + index);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int times) {
        return below(times) == 0;
    }

    <T> T of(List<T> values) {
        return values.get(below(values.size()));
    }

    @SafeVarargs
    final <T> T of(T... values) {
        return values[below(values.length)];
    }
}
