package org.acmconversation.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Figures that are counted in the database.
 *
 * @param refresh for how long a count is shown before it is made anew; a slow one is shown longer
 */
@ConfigurationProperties("acm.metrics")
record MetricsProperties(@DefaultValue("10s") Duration refresh) {

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofHours(1);

    MetricsProperties {
        if (refresh.compareTo(SHORTEST) < 0 || refresh.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "acm.metrics.refresh is %s: write a duration from 100ms to 1h".formatted(refresh));
        }
    }
}
