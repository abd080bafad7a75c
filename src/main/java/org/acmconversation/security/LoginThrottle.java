package org.acmconversation.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Counts logins that fail, by name and by network address, and locks either after too many. Names are counted whether
 * there is such a user or not, so a lock tells nothing. A lock ends by itself, and trying on does not prolong it.
 */
@Component
class LoginThrottle {

    private static final int REMEMBERED = 100_000;

    private final ThrottleProperties limits;
    private final Cache<String, Integer> failuresOfUsers;
    private final Cache<String, Integer> failuresOfAddresses;

    @Autowired
    LoginThrottle(ThrottleProperties limits) {
        this(limits, Ticker.systemTicker());
    }

    LoginThrottle(ThrottleProperties limits, Ticker ticker) {
        this.limits = limits;
        this.failuresOfUsers = counter(ticker);
        this.failuresOfAddresses = counter(ticker);
    }

    private Cache<String, Integer> counter(Ticker ticker) {
        return Caffeine.newBuilder()
                .expireAfterWrite(limits.lock())
                .maximumSize(REMEMBERED)
                .ticker(ticker)
                .build();
    }

    /** @throws TooManyLoginsException if the name or the address is locked */
    void check(String user, String address) {
        if (isReached(failuresOfUsers.getIfPresent(name(user)), limits.failuresPerUser())
                || isReached(failuresOfAddresses.getIfPresent(address), limits.failuresPerAddress())) {
            throw new TooManyLoginsException(limits.lock());
        }
    }

    private static boolean isReached(Integer failures, int limit) {
        return failures != null && failures >= limit;
    }

    void failed(String user, String address) {
        failuresOfUsers.asMap().merge(name(user), 1, Integer::sum);
        failuresOfAddresses.asMap().merge(address, 1, Integer::sum);
    }

    void succeeded(String user) {
        failuresOfUsers.invalidate(name(user));
    }

    /** A database may find a user under more spellings than one. */
    private static String name(String user) {
        return user.toLowerCase(Locale.ROOT);
    }
}
