package org.acmconversation.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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

    /**
     * Before the password is looked at, which takes its time.
     *
     * @throws TooManyLoginsException if the name or the address is locked
     */
    void check(String user, String address) {
        throwIfReached(failuresOfUsers.getIfPresent(name(user)), limits.failuresPerUser());
        throwIfReached(failuresOfAddresses.getIfPresent(address), limits.failuresPerAddress());
    }

    /**
     * Counts a wrong password. Of tries at the same time that all passed the check, no more than the limit are told
     * that they were wrong.
     *
     * @throws TooManyLoginsException if others have reached the limit meanwhile
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
     * Forgets the failures of a name whose password was right.
     *
     * @throws TooManyLoginsException if others have reached the limit meanwhile; then nobody is told that it was right
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

    /** A database may find a user under more spellings than one. */
    private static String name(String user) {
        return user.toLowerCase(Locale.ROOT);
    }
}
