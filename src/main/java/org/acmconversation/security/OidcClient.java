package org.acmconversation.security;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;

/** This service as a client of the provider. */
@Configuration
@ConditionalOnProperty(name = "acm.security.login", havingValue = "oidc")
class OidcClient {

    static final String REGISTRATION = "oidc";

    /** The provider is asked about itself at the first login, so that the service starts without it. */
    @Bean
    ClientRegistrationRepository clientRegistrations(OidcProperties oidc) {
        return new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(register(oidc)));
    }

    private static ClientRegistration register(OidcProperties oidc) {
        return ClientRegistrations.fromOidcIssuerLocation(oidc.issuerUri().toString())
                .registrationId(REGISTRATION)
                .clientId(oidc.clientId())
                .clientSecret(oidc.clientSecret())
                .scope(oidc.scopes())
                .userNameAttributeName(oidc.usernameClaim())
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .build();
    }
}
