package org.acmconversation.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Metrics that are queried from the database.
 *
 * @param refresh how long a result is cached; results of slow queries are cached longer
 */
@ConfigurationProperties("acm.metrics")
record MetricsProperties(@DefaultValue("10s") Duration refresh) {

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofHours(1);

    MetricsProperties {
        if (refresh.compareTo(SHORTEST) < 0 || refresh.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "acm.metrics.refresh is %s: use a duration from 100ms to 1h".formatted(refresh));
        }
    }
}
