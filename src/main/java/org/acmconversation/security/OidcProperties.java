package org.acmconversation.security;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.acmconversation.outbound.ServerAddress;
import org.acmconversation.setting.Setting;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The OpenID Connect provider.
 *
 * @param issuerUri the provider's issuer URI, which locates its discovery document
 * @param clientId this service's client id at the provider, for browser logins
 * @param clientSecret this service's client secret
 * @param audience the {@code aud} claim of tokens for this service's API. Must not be the client id, or an ID token,
 *     which passes through browsers and logs, would grant access to the API
 * @param scopes scopes to request at login
 * @param usernameClaim the claim that identifies a user: stable, never reassigned, and not secret, since it is stored
 *     in tasks and in the history. For Entra ID use {@code oid}
 * @param groupsClaim the claim with the user's groups or roles; dots address nested claims
 * @param roles the role of each of the provider's groups; other groups are ignored
 * @param serviceAccountClaim the claim with the client id in tokens of the client credentials grant, which a user's
 *     token never has with such a value: {@code sub} according to RFC 9068, {@code client_id} in Keycloak
 * @param serviceAccounts ids of the clients that may start engagements; other clients can get a role by their groups
 *     claim
 * @param clockSkew accepted difference between the provider's clock and ours
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

    private static final String PREFIX = "acm.security.oidc.";

    private static final Duration MAX_CLOCK_SKEW = Duration.ofMinutes(5);

    OidcProperties {
        Setting.require(
                issuerUri != null && issuerUri.getHost() != null,
                PREFIX + "issuer-uri",
                "use your provider's issuer, such as https://login.microsoftonline.com/<tenant>/v2.0"
                        + " or https://<keycloak>/realms/<realm>");
        Setting.require(
                ServerAddress.isConfidential(issuerUri),
                PREFIX + "issuer-uri",
                "use an https URL; http is allowed only for a provider on this computer");
        Setting.require(
                Setting.isWritten(clientId),
                PREFIX + "client-id",
                "use the id under which the provider knows this service");
        Setting.require(
                Setting.isWritten(clientSecret) && clientSecret.length() >= 16,
                PREFIX + "client-secret",
                "use the secret that the provider made for this client, at least 16 characters");
        Setting.require(
                Setting.isWritten(audience), PREFIX + "audience", "use the aud claim of tokens for this service's API");
        Setting.require(
                !audience.equals(clientId),
                PREFIX + "audience",
                "use the API's own identifier, not the client-id, so that an ID token grants no access to the API");
        Setting.require(scopes.contains("openid"), PREFIX + "scopes", "include openid");
        Setting.require(
                Setting.isWritten(usernameClaim),
                PREFIX + "username-claim",
                "use the claim that identifies a user, such as oid");
        Setting.require(
                Setting.isWritten(groupsClaim),
                PREFIX + "groups-claim",
                "use the claim with a user's groups, such as groups");
        Setting.require(
                !roles.isEmpty(),
                PREFIX + "roles",
                "add at least one line such as \"[<group at the provider>]\": ADMINISTRATOR");
        Setting.require(
                Setting.isWritten(serviceAccountClaim),
                PREFIX + "service-account-claim",
                "use the claim with the client's id");
        Setting.require(
                serviceAccounts.stream().allMatch(Setting::isWritten),
                PREFIX + "service-accounts",
                "use the ids of clients, or omit it");
        Setting.require(PREFIX + "clock-skew", clockSkew, Duration.ZERO, MAX_CLOCK_SKEW);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "OidcProperties[issuerUri=%s, clientId=%s]".formatted(issuerUri, clientId);
    }
}
