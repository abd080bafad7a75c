package org.acmconversation.security;

import java.util.Collection;
import org.springframework.security.core.Authentication;

/**
 * Who sends a request.
 *
 * @param name id of the user
 * @param groups ids of the user's groups in the engine
 */
public record Caller(String name, Collection<String> groups) {

    /** Returns the user who has logged in. */
    public static Caller of(Authentication user) {
        return new Caller(user.getName(), Groups.of(user));
    }
}
