package org.acmconversation.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many failed logins: the user name or the network address is locked for a while. */
class TooManyLoginsException extends AuthenticationException {

    private final Duration lock;

    TooManyLoginsException(Duration lock) {
        super("Too many logins failed");
        this.lock = lock;
    }

    /** Returns the longest time until the lock ends. */
    Duration lock() {
        return lock;
    }
}
