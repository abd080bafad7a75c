package org.acmconversation.release;

import java.nio.file.Path;
import java.time.Duration;
import org.acmconversation.setting.Setting;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of releases.
 *
 * @param fourEyes whether a draft is published by somebody who has neither made nor changed it
 * @param migrationInterval how often a node looks for engagements that are to move to the active release
 * @param folder on a laptop, the folder whose files become a draft when they are saved; if null or not there, none does
 */
@ConfigurationProperties("acm.releases")
record ReleaseProperties(
        @DefaultValue("false") boolean fourEyes,
        @DefaultValue("2s") Duration migrationInterval,
        @Nullable Path folder) {

    ReleaseProperties {
        Setting.require(
                "acm.releases.migration-interval", migrationInterval, Duration.ofMillis(100), Duration.ofHours(1));
    }
}
