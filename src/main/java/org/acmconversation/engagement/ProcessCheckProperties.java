package org.acmconversation.engagement;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The check for engagements whose process instance was deleted.
 *
 * @param interval time between the starts of two checks, across all nodes
 */
@ConfigurationProperties("acm.engagements.process-check")
record ProcessCheckProperties(@DefaultValue("10m") Duration interval) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    ProcessCheckProperties {
        if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "acm.engagements.process-check.interval is %s: use a duration from 1s to 1d".formatted(interval));
        }
    }
}
