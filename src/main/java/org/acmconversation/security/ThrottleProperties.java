package org.acmconversation.security;

import java.time.Duration;
import org.acmconversation.setting.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits for failed logins of local users. With OpenID Connect this is up to the provider.
 *
 * @param failuresPerUser failed logins before a user name is locked
 * @param failuresPerAddress failed logins before a network address is locked; an office may share one address
 * @param lock how long a lock lasts, and how long a failed login counts
 */
@ConfigurationProperties("acm.security.throttle")
record ThrottleProperties(
        @DefaultValue("10") int failuresPerUser,
        @DefaultValue("100") int failuresPerAddress,
        @DefaultValue("5m") Duration lock) {

    private static final String PREFIX = "acm.security.throttle.";

    private static final Duration MIN_LOCK = Duration.ofSeconds(1);
    private static final Duration MAX_LOCK = Duration.ofDays(1);

    ThrottleProperties {
        Setting.require(failuresPerUser >= 1, PREFIX + "failures-per-user", "use a number of at least 1");
        Setting.require(failuresPerAddress >= 1, PREFIX + "failures-per-address", "use a number of at least 1");
        Setting.require(PREFIX + "lock", lock, MIN_LOCK, MAX_LOCK);
    }
}
