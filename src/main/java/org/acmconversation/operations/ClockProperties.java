package org.acmconversation.operations;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * This computer's clock.
 *
 * @param tolerance maximum difference from the database's clock
 */
@ConfigurationProperties("acm.clock")
record ClockProperties(@DefaultValue("10s") Duration tolerance) {

    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofMinutes(1);

    ClockProperties {
        if (tolerance.compareTo(LEAST) < 0 || tolerance.compareTo(MOST) > 0) {
            throw new IllegalArgumentException(
                    "acm.clock.tolerance is %s: use a duration from 1s to 1m".formatted(tolerance));
        }
    }
}
