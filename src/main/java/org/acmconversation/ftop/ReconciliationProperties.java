package org.acmconversation.ftop;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The reconciliation of the ledger with FTOP.
 *
 * @param interval time between the starts of two runs, across all nodes
 * @param firstAfter how long after its start a node first runs one, if none ran within the interval
 * @param closedWithin tasks that were closed longer ago are not compared any more
 */
@ConfigurationProperties("acm.ftop.reconciliation")
record ReconciliationProperties(
        @DefaultValue("1h") Duration interval,
        @DefaultValue("1m") Duration firstAfter,
        @DefaultValue("30d") Duration closedWithin) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration SHORTEST_CLOSED = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofDays(7);

    ReconciliationProperties {
        if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "acm.ftop.reconciliation.interval is %s: use a duration from 1s to 7d".formatted(interval));
        }
        if (firstAfter.isNegative() || firstAfter.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "acm.ftop.reconciliation.first-after is %s: use a duration up to 7d".formatted(firstAfter));
        }
        if (closedWithin.compareTo(SHORTEST_CLOSED) < 0) {
            throw new IllegalArgumentException(
                    "acm.ftop.reconciliation.closed-within is %s: use a duration of at least 1d"
                            .formatted(closedWithin));
        }
    }
}
