package org.acmconversation.security;

import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** The engine's groups of the current user. */
public class Groups {

    private Groups() {}

    /** Returns the group ids. */
    public static List<String> of(Authentication user) {
        return user.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
    }
}
