package org.acmconversation.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Percentiles of durations that are only counted in buckets. */
class HistogramTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.9, 0.99, 1})
    void percentilesAreOffByATwentiethAtMost(double share) {
        var random = new Random(7);
        long[] seconds = LongStream.range(0, 10_001)
                .map(number -> Math.round(Math.exp(random.nextGaussian() * 2 + 10)))
                .sorted()
                .toArray();
        var histogram = new Histogram();
        for (long duration : seconds) {
            histogram.add(Histogram.bucket(Duration.ofSeconds(duration)), 1);
        }

        long exact = seconds[(int) Math.ceil(share * seconds.length) - 1];
        assertThat(histogram.percentile(share)).isCloseTo(exact, within(exact / 20 + 1));
    }

    @Test
    void anEmptyHistogramHasNoPercentile() {
        assertThat(new Histogram().percentile(0.5)).isNull();
    }

    @Test
    void durationsBelowASecondCountAsZero() {
        var histogram = new Histogram();
        histogram.add(Histogram.bucket(Duration.ofMillis(999)), 3);

        assertThat(histogram.percentile(0.9)).isZero();
        assertThat(histogram.size()).isEqualTo(3);
    }

    @Test
    void bucketsCoverACentury() {
        assertThat(Histogram.bucket(Duration.ofDays(36_500))).isLessThan(1000);
    }
}
