package org.acmconversation.ftop;

import java.time.Duration;
import org.acmconversation.setting.Setting;
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

    private static final String PREFIX = "acm.ftop.reconciliation.";
    private static final Duration WEEK = Duration.ofDays(7);

    ReconciliationProperties {
        Setting.require(PREFIX + "interval", interval, Duration.ofSeconds(1), WEEK);
        Setting.require(PREFIX + "first-after", firstAfter, Duration.ZERO, WEEK);
        Setting.requireAtLeast(PREFIX + "closed-within", closedWithin, Duration.ofDays(1));
    }
}
