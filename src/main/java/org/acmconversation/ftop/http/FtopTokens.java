package org.acmconversation.ftop.http;

import java.util.List;
import org.acmconversation.ftop.FtopUnavailableException;
import org.acmconversation.ftop.FtopUnavailableException.Kind;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ClientCredentialsOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/** Fetches and caches the access token for FTOP. Independent of the OAuth 2.0 client for logins. */
class FtopTokens {

    private static final String REGISTRATION = "ftop";
    private static final Authentication NOBODY =
            new AnonymousAuthenticationToken(REGISTRATION, REGISTRATION, AuthorityUtils.createAuthorityList("FTOP"));

    private final OAuth2AuthorizedClientService kept;
    private final AuthorizedClientServiceOAuth2AuthorizedClientManager manager;

    FtopTokens(HttpFtopProperties properties, FtopConnection http) {
        var registrations = new InMemoryClientRegistrationRepository(registration(properties));
        kept = new InMemoryOAuth2AuthorizedClientService(registrations);
        manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, kept);
        var endpoint = new RestClientClientCredentialsTokenResponseClient();
        endpoint.setRestClient(RestClient.builder()
                .requestFactory(new BoundedRequests(http, properties.largestAnswer()))
                .messageConverters(
                        List.of(new FormHttpMessageConverter(), new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(status -> !status.is2xxSuccessful(), (request, answer) -> {
                    throw refused(answer.getStatusCode(), answer.getHeaders().getFirst("Retry-After"));
                })
                .build());
        var provider = new ClientCredentialsOAuth2AuthorizedClientProvider();
        provider.setAccessTokenResponseClient(endpoint);
        manager.setAuthorizedClientProvider(provider);
    }

    /**
     * Returns a valid token.
     *
     * @throws FtopUnavailableException if no token can be fetched
     */
    String get() {
        try {
            OAuth2AuthorizedClient client =
                    manager.authorize(OAuth2AuthorizeRequest.withClientRegistrationId(REGISTRATION)
                            .principal(NOBODY)
                            .build());
            return client.getAccessToken().getTokenValue();
        } catch (OAuth2AuthorizationException | IllegalArgumentException unreadable) {
            // Omit the cause: its message would quote the response.
            throw new FtopUnavailableException(
                    Kind.NOT_UNDERSTOOD, "FTOP's token endpoint did not return a token", null);
        }
    }

    /** Discards a token that FTOP rejected, unless it has already been replaced. */
    void drop(String token) {
        OAuth2AuthorizedClient client = kept.loadAuthorizedClient(REGISTRATION, NOBODY.getName());
        if (client != null && client.getAccessToken().getTokenValue().equals(token)) {
            kept.removeAuthorizedClient(REGISTRATION, NOBODY.getName());
        }
    }

    private static FtopUnavailableException refused(HttpStatusCode status, String retryAfter) {
        if (status.is4xxClientError() && status.value() != 408 && status.value() != 429) {
            return new FtopUnavailableException(
                    Kind.UNAUTHORIZED,
                    "FTOP's token endpoint refused a token with status %d".formatted(status.value()),
                    null);
        }
        return Failures.unavailable("FTOP's token endpoint", status.value(), retryAfter);
    }

    private static ClientRegistration registration(HttpFtopProperties properties) {
        ClientRegistration.Builder registration = ClientRegistration.withRegistrationId(REGISTRATION)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenUri(properties.tokenUri().toString())
                .clientId(properties.clientId())
                .clientSecret(properties.clientSecret());
        return properties.scope() == null
                ? registration.build()
                : registration.scope(properties.scope().split(" +")).build();
    }
}
