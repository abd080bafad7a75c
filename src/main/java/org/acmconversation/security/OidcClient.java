package org.acmconversation.security;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.client.RestClient;

/** Registers this service as a client of the provider. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "acm.security.login", havingValue = "oidc")
class OidcClient {

    static final String REGISTRATION = "oidc";

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /** Fetches the provider's metadata at the first login, so that the service starts without the provider. */
    @Bean
    ClientRegistrationRepository clientRegistrations(OidcProperties oidc) {
        return new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(register(oidc)));
    }

    /** Created at the first login, because an HTTP client loads all of the JDK's trusted certificates. */
    @Bean
    OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> tokenClient() {
        var client = SingletonSupplier.of(OidcClient::clientWithTimeouts);
        return request -> client.obtain().getTokenResponse(request);
    }

    /** Has timeouts, so that a provider that does not respond blocks no thread. */
    private static OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> clientWithTimeouts() {
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(TIMEOUT).build());
        requests.setReadTimeout(TIMEOUT);
        var client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(requests)
                .messageConverters(converters -> {
                    converters.clear();
                    converters.add(new FormHttpMessageConverter());
                    converters.add(new OAuth2AccessTokenResponseHttpMessageConverter());
                })
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }

    private static ClientRegistration register(OidcProperties oidc) {
        return provider(oidc)
                .registrationId(REGISTRATION)
                .clientId(oidc.clientId())
                .clientSecret(oidc.clientSecret())
                .scope(oidc.scopes())
                .userNameAttributeName(oidc.usernameClaim())
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
    }

    private static ClientRegistration.Builder provider(OidcProperties oidc) {
        try {
            return ClientRegistrations.fromOidcIssuerLocation(oidc.issuerUri().toString());
        } catch (RuntimeException e) {
            throw new ProviderUnavailableException(e);
        }
    }
}
