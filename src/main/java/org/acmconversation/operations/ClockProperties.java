package org.acmconversation.operations;

import java.time.Duration;
import org.acmconversation.setting.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * This computer's clock.
 *
 * @param tolerance maximum difference from the database's clock
 */
@ConfigurationProperties("acm.clock")
record ClockProperties(@DefaultValue("10s") Duration tolerance) {

    ClockProperties {
        Setting.require("acm.clock.tolerance", tolerance, Duration.ofSeconds(1), Duration.ofMinutes(1));
    }
}
