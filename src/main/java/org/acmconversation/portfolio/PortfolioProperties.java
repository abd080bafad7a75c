package org.acmconversation.portfolio;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The portfolio.
 *
 * @param countInterval how often each node counts changes, one at a time; figures are out of date by up to this time
 */
@ConfigurationProperties("acm.portfolio")
record PortfolioProperties(@DefaultValue("5s") Duration countInterval) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    PortfolioProperties {
        if (countInterval.compareTo(SHORTEST) < 0 || countInterval.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "acm.portfolio.count-interval is %s: use a duration from 1s to 1h".formatted(countInterval));
        }
    }
}
