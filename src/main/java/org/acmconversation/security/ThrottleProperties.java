package org.acmconversation.security;

import java.time.Duration;
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

    private static final Duration MIN_LOCK = Duration.ofSeconds(1);
    private static final Duration MAX_LOCK = Duration.ofDays(1);

    ThrottleProperties {
        require(failuresPerUser >= 1, "failures-per-user", "use a number of at least 1");
        require(failuresPerAddress >= 1, "failures-per-address", "use a number of at least 1");
        require(lock.compareTo(MIN_LOCK) >= 0 && lock.compareTo(MAX_LOCK) <= 0, "lock", "use a duration from 1s to 1d");
    }

    private static void require(boolean met, String property, String whatToWrite) {
        if (!met) {
            throw new IllegalArgumentException(
                    "acm.security.throttle.%s is invalid: %s".formatted(property, whatToWrite));
        }
    }
}
