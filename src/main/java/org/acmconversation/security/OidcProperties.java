package org.acmconversation.security;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The OpenID Connect provider.
 *
 * @param issuerUri the provider's issuer, below which its discovery document lies
 * @param clientId this service's id at the provider, for logins with a browser
 * @param clientSecret what proves that it is this service
 * @param audience this service's API, as tokens name it in {@code aud}. Not the client id: else an ID token, which
 *     travels through browsers and logs, would open the API
 * @param scopes what a login asks for
 * @param usernameClaim the claim that names a person: stable, never given to someone else, and no secret, since it
 *     stands in tasks and histories. Of Entra ID use {@code oid}
 * @param groupsClaim the claim with the person's groups or roles; dots lead into nested claims
 * @param roles what each of the provider's groups may do; groups that are not here count for nothing
 * @param serviceAccountClaim the claim that holds the client's id in tokens that clients get on their own behalf, and
 *     that a person's token never has with such a value: {@code sub} by RFC 9068, {@code client_id} in Keycloak
 * @param serviceAccounts ids of the clients that may start engagements; others can have a role by their groups claim
 * @param clockSkew how far the provider's clock and ours may be apart
 */
@ConditionalOnProperty(name = "acm.security.login", havingValue = "oidc")
@ConfigurationProperties("acm.security.oidc")
record OidcProperties(
        URI issuerUri,
        String clientId,
        String clientSecret,
        String audience,
        @DefaultValue({"openid", "profile"}) Set<String> scopes,
        @DefaultValue("preferred_username") String usernameClaim,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue Map<String, Role> roles,
        @DefaultValue("sub") String serviceAccountClaim,
        @DefaultValue Set<String> serviceAccounts,
        @DefaultValue("60s") Duration clockSkew) {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Duration MAX_CLOCK_SKEW = Duration.ofMinutes(5);

    OidcProperties {
        require(
                issuerUri != null && issuerUri.getHost() != null,
                "issuer-uri",
                "write your provider's issuer, such as https://login.microsoftonline.com/<tenant>/v2.0"
                        + " or https://<keycloak>/realms/<realm>");
        require(
                "https".equals(issuerUri.getScheme()) || LOOPBACK.contains(issuerUri.getHost()),
                "issuer-uri",
                "write an address that starts with https; http is for a provider on this computer");
        require(isWritten(clientId), "client-id", "write the id under which the provider knows this service");
        require(
                isWritten(clientSecret) && clientSecret.length() >= 16,
                "client-secret",
                "write the secret that the provider made for this client, at least 16 characters");
        require(isWritten(audience), "audience", "write what tokens for this service's API carry in aud");
        require(
                !audience.equals(clientId),
                "audience",
                "write the API's own identifier, not the client-id, so that an ID token is no key to the API");
        require(scopes.contains("openid"), "scopes", "write openid among them");
        require(isWritten(usernameClaim), "username-claim", "write the claim that names a person, such as oid");
        require(isWritten(groupsClaim), "groups-claim", "write the claim with a person's groups, such as groups");
        require(
                !roles.isEmpty(),
                "roles",
                "write at least one line such as \"[<group at the provider>]\": ADMINISTRATOR");
        require(isWritten(serviceAccountClaim), "service-account-claim", "write the claim with the client's id");
        require(
                serviceAccounts.stream().allMatch(OidcProperties::isWritten),
                "service-accounts",
                "write the ids of clients, or leave it out");
        require(
                !clockSkew.isNegative() && clockSkew.compareTo(MAX_CLOCK_SKEW) <= 0,
                "clock-skew",
                "write a duration from 0s to 5m");
    }

    private static boolean isWritten(String value) {
        return value != null && !value.isBlank();
    }

    private static void require(boolean met, String property, String whatToWrite) {
        if (!met) {
            throw new IllegalArgumentException(
                    "acm.security.oidc.%s is missing or not valid: %s".formatted(property, whatToWrite));
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "OidcProperties[issuerUri=%s, clientId=%s]".formatted(issuerUri, clientId);
    }
}
