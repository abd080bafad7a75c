package org.acmconversation.ftop.http;

import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.util.List;
import org.acmconversation.ftop.FtopUnavailableException;
import org.acmconversation.ftop.FtopUnavailableException.Kind;
import org.acmconversation.operations.Traces;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ClientCredentialsOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/**
 * Builds Spring's REST client for FTOP, with this service's access token. Its OAuth 2.0 client is independent of the
 * one for logins.
 */
class FtopRestClient {

    private static final String REGISTRATION = "ftop";
    private static final Authentication NOBODY =
            new AnonymousAuthenticationToken(REGISTRATION, REGISTRATION, AuthorityUtils.createAuthorityList("FTOP"));

    private FtopRestClient() {}

    static RestClient create(HttpFtopProperties properties, Traces traces) {
        ClientHttpRequestFactory http = http(properties);
        return RestClient.builder()
                .baseUrl(properties.baseUrl().toString().replaceAll("/+$", ""))
                .requestFactory(http)
                .defaultHeaders(headers ->
                        headers.setAccept(List.of(MediaType.APPLICATION_JSON, MediaType.APPLICATION_PROBLEM_JSON)))
                .requestInterceptor(tokens(properties, http))
                .requestInterceptor((request, body, execution) -> {
                    traces.headers().forEach(request.getHeaders()::set);
                    return execution.execute(request, body);
                })
                .requestInterceptor(new BufferedResponses(
                        request -> HttpMethod.GET.equals(request.getMethod())
                                ? properties.largestPage()
                                : properties.largestAnswer(),
                        properties.readTimeout()))
                .build();
    }

    private static ClientHttpRequestFactory http(HttpFtopProperties properties) {
        var factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(properties.connectTimeout())
                .build());
        factory.setReadTimeout(properties.readTimeout());
        return factory;
    }

    /** Adds the token, fetching one if necessary, and discards it if FTOP rejects it. */
    private static ClientHttpRequestInterceptor tokens(HttpFtopProperties properties, ClientHttpRequestFactory http) {
        var endpoint = new RestClientClientCredentialsTokenResponseClient();
        endpoint.setRestClient(RestClient.builder()
                .requestFactory(http)
                .requestInterceptor(
                        new BufferedResponses(request -> properties.largestAnswer(), properties.readTimeout()))
                .messageConverters(
                        List.of(new FormHttpMessageConverter(), new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(status -> !status.is2xxSuccessful(), (request, answer) -> {
                    throw refused(answer.getStatusCode(), answer.getHeaders().getFirst("Retry-After"));
                })
                .build());
        var provider = new ClientCredentialsOAuth2AuthorizedClientProvider();
        provider.setAccessTokenResponseClient(endpoint);
        var registrations = new InMemoryClientRegistrationRepository(registration(properties));
        var kept = new InMemoryOAuth2AuthorizedClientService(registrations);
        var manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, kept);
        manager.setAuthorizedClientProvider(provider);
        var tokens = new OAuth2ClientHttpRequestInterceptor(manager);
        tokens.setClientRegistrationIdResolver(request -> REGISTRATION);
        tokens.setPrincipalResolver(request -> NOBODY);
        tokens.setAuthorizationFailureHandler(OAuth2ClientHttpRequestInterceptor.authorizationFailureHandler(kept));
        return (request, body, execution) -> {
            try {
                return tokens.intercept(request, body, execution);
            } catch (IllegalArgumentException unusable) {
                // It cannot be sent in a header. The next one may be usable.
                kept.removeAuthorizedClient(REGISTRATION, NOBODY.getName());
                throw unusable;
            }
        };
    }

    private static FtopUnavailableException refused(HttpStatusCode status, @Nullable String retryAfter) {
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
