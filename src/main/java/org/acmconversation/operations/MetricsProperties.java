package org.acmconversation.operations;

import java.time.Duration;
import org.acmconversation.setting.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Metrics that are queried from the database.
 *
 * @param refresh how long a result is cached; results of slow queries are cached longer
 */
@ConfigurationProperties("acm.metrics")
record MetricsProperties(@DefaultValue("10s") Duration refresh) {

    MetricsProperties {
        Setting.require("acm.metrics.refresh", refresh, Duration.ofMillis(100), Duration.ofHours(1));
    }
}
