package org.acmconversation.ftop;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The reconciliation of the ledger with FTOP.
 *
 * @param interval time between the starts of two runs, across all nodes
 */
@ConfigurationProperties("acm.ftop.reconciliation")
record ReconciliationProperties(@DefaultValue("1h") Duration interval) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    ReconciliationProperties {
        if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "acm.ftop.reconciliation.interval is %s: use a duration from 1s to 7d".formatted(interval));
        }
    }
}
