package org.acmconversation.portfolio;

import java.time.Duration;
import org.acmconversation.setting.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The portfolio.
 *
 * @param countInterval how often each node counts changes, one at a time; figures are out of date by up to this time
 */
@ConfigurationProperties("acm.portfolio")
record PortfolioProperties(@DefaultValue("5s") Duration countInterval) {

    PortfolioProperties {
        Setting.require("acm.portfolio.count-interval", countInterval, Duration.ofSeconds(1), Duration.ofHours(1));
    }
}
