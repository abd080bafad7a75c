package org.acmconversation.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Counts failed logins by user name and by network address, and locks either after too many. Unknown user names count,
 * too, so a lock does not reveal whether a user exists. A lock expires; further attempts do not extend it.
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

    /**
     * Checks for a lock before the expensive password check.
     *
     * @throws TooManyLoginsException if the name or the address is locked
     */
    void check(String user, String address) {
        throwIfReached(failuresOfUsers.getIfPresent(name(user)), limits.failuresPerUser());
        throwIfReached(failuresOfAddresses.getIfPresent(address), limits.failuresPerAddress());
    }

    /**
     * Counts a wrong password. Of concurrent attempts that all passed the check, only as many as the limit allows learn
     * that the password was wrong.
     *
     * @throws TooManyLoginsException if concurrent attempts have reached the limit
     */
    void failed(String user, String address) {
        count(failuresOfAddresses, address, limits.failuresPerAddress());
        count(failuresOfUsers, name(user), limits.failuresPerUser());
    }

    private void count(Cache<String, Integer> failures, String key, int limit) {
        failures.asMap().merge(key, 1, (before, one) -> {
            throwIfReached(before, limit);
            return before + one;
        });
    }

    /**
     * Resets a name's failures after a correct password.
     *
     * @throws TooManyLoginsException if concurrent attempts have reached the limit, so that nobody learns that the
     *     password was correct
     */
    void succeeded(String user, String address) {
        throwIfReached(failuresOfAddresses.getIfPresent(address), limits.failuresPerAddress());
        failuresOfUsers.asMap().computeIfPresent(name(user), (name, failures) -> {
            throwIfReached(failures, limits.failuresPerUser());
            return null;
        });
    }

    private void throwIfReached(@Nullable Integer failures, int limit) {
        if (failures != null && failures >= limit) {
            throw new TooManyLoginsException(limits.lock());
        }
    }

    /** Normalizes the name, since a database may ignore case and accents when it looks up a user. */
    private static String name(String user) {
        return user.toLowerCase(Locale.ROOT);
    }
}
