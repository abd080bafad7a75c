package org.acmconversation.security;

import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** The engine's groups of someone who is logged in. */
public class Groups {

    private Groups() {}

    /** Ids of the groups. */
    public static List<String> of(Authentication user) {
        return user.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
    }
}
