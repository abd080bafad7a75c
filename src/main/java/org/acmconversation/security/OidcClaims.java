package org.acmconversation.security;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.stereotype.Component;

/** Reads a user's name and roles from a token's claims. All other claims are ignored. */
@Component
@ConditionalOnProperty(name = "acm.security.login", havingValue = "oidc")
class OidcClaims {

    /**
     * Checks names like the engine does when it saves a user, which never happens here. {@code *} would mean everybody
     * in the engine's authorizations.
     */
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9._@+-]{0,254}");

    /** Names of our groups, and the timeline's actor for jobs and timers. */
    private static final Set<String> TAKEN = Stream.concat(
                    Arrays.stream(Role.groups(Role.values())), Stream.of("system"))
            .collect(Collectors.toUnmodifiableSet());

    private final OidcProperties oidc;

    OidcClaims(OidcProperties oidc) {
        this.oidc = oidc;
    }

    /**
     * Returns the person's user id for the engine and its history.
     *
     * @throws OAuth2AuthenticationException if it is missing, or equal to a group or to the wildcard for everybody
     */
    String nameOfPerson(Map<String, Object> claims) {
        return checkName(claims.get(oidc.usernameClaim()));
    }

    /** Returns the user id of a person or, for a service account, the client id. */
    String nameOfClient(Map<String, Object> claims) {
        return isServiceAccount(claims) ? checkName(claims.get(oidc.serviceAccountClaim())) : nameOfPerson(claims);
    }

    private static String checkName(@Nullable Object claim) {
        if (claim instanceof String name
                && NAME.matcher(name).matches()
                && !TAKEN.contains(name.toLowerCase(Locale.ROOT))) {
            return name;
        }
        throw new OAuth2AuthenticationException(BearerTokenErrors.invalidToken("The user name is missing or invalid"));
    }

    /**
     * Returns a person's roles, derived from the groups.
     *
     * @throws OAuth2AuthenticationException if there are none
     */
    Collection<GrantedAuthority> rolesOfPerson(Map<String, Object> claims) {
        return authorities(rolesByGroups(claims));
    }

    /** Returns the roles of a person or of a service account. */
    Collection<GrantedAuthority> rolesOfClient(Map<String, Object> claims) {
        Set<Role> roles = rolesByGroups(claims);
        if (isServiceAccount(claims)) {
            roles.add(Role.SERVICE_ACCOUNT);
        }
        return authorities(roles);
    }

    private boolean isServiceAccount(Map<String, Object> claims) {
        return claims.get(oidc.serviceAccountClaim()) instanceof String client
                && oidc.serviceAccounts().contains(client);
    }

    private Set<Role> rolesByGroups(Map<String, Object> claims) {
        Object groups = groups(claims);
        Collection<?> values = groups instanceof Collection<?> several ? several : List.of(groups);
        var roles = new HashSet<Role>();
        values.forEach(group -> {
            if (oidc.roles().containsKey(group)) {
                roles.add(oidc.roles().get(group));
            }
        });
        return roles;
    }

    /** A claim's own name may contain dots: Auth0 uses URLs. */
    private Object groups(Map<String, Object> claims) {
        Object found = claims.get(oidc.groupsClaim());
        if (found != null) {
            return found;
        }
        found = claims;
        for (String step : oidc.groupsClaim().split("\\.", 0)) {
            found = found instanceof Map<?, ?> nested ? nested.get(step) : null;
        }
        return found == null ? List.of() : found;
    }

    private static Collection<GrantedAuthority> authorities(Set<Role> roles) {
        if (roles.isEmpty()) {
            throw new OAuth2AuthenticationException(BearerTokenErrors.insufficientScope("The user has no role", null));
        }
        var authorities = new ArrayList<GrantedAuthority>();
        Arrays.stream(Role.groups(roles.toArray(Role[]::new)))
                .forEach(group -> authorities.add(new SimpleGrantedAuthority(group)));
        return authorities;
    }
}
