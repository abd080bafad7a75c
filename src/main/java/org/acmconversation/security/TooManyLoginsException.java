package org.acmconversation.security;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many logins failed: nobody gets in under this name, or from this address, until the lock ends. */
class TooManyLoginsException extends AuthenticationException {

    private final Duration lock;

    TooManyLoginsException(Duration lock) {
        super("Too many logins failed");
        this.lock = lock;
    }

    /** After this long at the latest it is worth another try. */
    Duration lock() {
        return lock;
    }
}
