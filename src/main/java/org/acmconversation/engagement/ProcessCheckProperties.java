package org.acmconversation.engagement;

import java.time.Duration;
import org.acmconversation.setting.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The check for engagements whose process instance was deleted.
 *
 * @param interval time between the starts of two checks, across all nodes
 */
@ConfigurationProperties("acm.engagements.process-check")
record ProcessCheckProperties(@DefaultValue("10m") Duration interval) {

    ProcessCheckProperties {
        Setting.require("acm.engagements.process-check.interval", interval, Duration.ofSeconds(1), Duration.ofDays(1));
    }
}
