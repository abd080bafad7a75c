package org.acmconversation.security;

import com.github.benmanes.caffeine.cache.Ticker;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.converter.ClaimTypeConverter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Validates tokens: signature, issuer, audience and time. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "acm.security.login", havingValue = "oidc")
class OidcTokens {

    /** Asymmetric algorithms only: with a symmetric one, anybody could sign with the public key. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

    private final OidcProperties oidc;

    OidcTokens(OidcProperties oidc) {
        this.oidc = oidc;
    }

    @Bean
    JWKSource<SecurityContext> providerKeys(ClientRegistrationRepository provider) {
        return new ProviderKeys(() -> provider.findByRegistrationId(OidcClient.REGISTRATION)
                .getProviderDetails()
                .getJwkSetUri());
    }

    /** Access tokens from clients of the API. */
    @Bean
    JwtDecoder accessTokens(JWKSource<SecurityContext> keys) {
        var validator = new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(oidc.clockSkew()),
                new JwtClaimValidator<>(JwtClaimNames.EXP, Objects::nonNull),
                new JwtIssuerValidator(oidc.issuerUri().toString()),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audience -> audience != null && audience.contains(oidc.audience())));
        return new RecentTokens(decoder(keys, validator), validator, Ticker.systemTicker());
    }

    /** ID tokens from browser logins. */
    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens(JWKSource<SecurityContext> keys) {
        return client -> {
            var validator = new OidcIdTokenValidator(client);
            validator.setClockSkew(oidc.clockSkew());
            NimbusJwtDecoder decoder = decoder(
                    keys, new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(oidc.clockSkew()), validator));
            decoder.setClaimSetConverter(
                    new ClaimTypeConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverters()));
            return decoder;
        };
    }

    private static NimbusJwtDecoder decoder(JWKSource<SecurityContext> keys, OAuth2TokenValidator<Jwt> validator) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, keys));
        // The validator checks the claims.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        var decoder = new NimbusJwtDecoder(processor);
        decoder.setJwtValidator(validator);
        return decoder;
    }
}
