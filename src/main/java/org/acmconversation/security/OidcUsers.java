package org.acmconversation.security;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.acmconversation.engine.identity.Colleague;
import org.acmconversation.engine.identity.ExternalUserSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.stereotype.Component;

/** Tells the engine about users of the provider, for whom it has no accounts. */
@Component
@ConditionalOnProperty(name = "acm.security.login", havingValue = "oidc")
class OidcUsers implements ExternalUserSource {

    private final ProviderMemberships memberships;

    OidcUsers(ProviderMemberships memberships) {
        this.memberships = memberships;
    }

    @Override
    public Optional<ExternalUser> current() {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        return user != null && user.getPrincipal() instanceof ClaimAccessor claims
                ? Optional.of(externalUser(user, claims))
                : Optional.empty();
    }

    @Override
    public List<ExternalGroup> groups() {
        return Arrays.stream(Role.values())
                .map(role -> new ExternalGroup(role.group(), role.displayName()))
                .toList();
    }

    @Override
    public List<Colleague> members(String group) {
        return memberships.members(group);
    }

    @Override
    public Optional<String> name(String user) {
        return memberships.name(user);
    }

    @Override
    public Optional<String> email(String user) {
        return memberships.email(user);
    }

    /** Stores the groups of a person who has just logged in. */
    void rememberLogin(Authentication user) {
        if (user.getPrincipal() instanceof ClaimAccessor claims) {
            memberships.remember(externalUser(user, claims));
        }
    }

    private static ExternalUser externalUser(Authentication user, ClaimAccessor claims) {
        String firstName = claims.getClaimAsString("given_name");
        String lastName = claims.getClaimAsString("family_name");
        return new ExternalUser(
                user.getName(),
                firstName == null ? user.getName() : firstName,
                lastName == null ? "" : lastName,
                claims.getClaimAsString("email"),
                Groups.of(user));
    }
}
