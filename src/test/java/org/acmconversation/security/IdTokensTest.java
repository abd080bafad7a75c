package org.acmconversation.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.jwt.JwtException;

/** ID tokens of a provider whose clock is not ours. */
class IdTokensTest {

    private static final String ISSUER = "https://provider.example";
    private static final String CLIENT = "acm-web";

    private ECKey key;

    @BeforeEach
    void generateKey() throws JOSEException {
        key = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
    }

    @Test
    void acceptsClocksThatDifferByTheSetting() throws JOSEException {
        String token = tokenOf(Instant.now().plusSeconds(120));

        assertThat(decode(token, Duration.ofMinutes(5))).isEqualTo("ana");
        assertThatThrownBy(() -> decode(token, Duration.ofMinutes(1)))
                .isInstanceOf(JwtException.class)
                .hasMessageContaining("used before");
    }

    private String tokenOf(Instant providersTime) throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .audience(CLIENT)
                        .subject("ana")
                        .issueTime(Date.from(providersTime))
                        .notBeforeTime(Date.from(providersTime))
                        .expirationTime(Date.from(providersTime.plusSeconds(300)))
                        .build());
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    private String decode(String token, Duration clockSkew) {
        var settings = new OidcProperties(
                URI.create(ISSUER),
                CLIENT,
                "a-secret-of-the-provider",
                "acm-api",
                Set.of("openid"),
                "sub",
                "groups",
                Map.of("managers", Role.MANAGER),
                "sub",
                Set.of(),
                clockSkew);
        ClientRegistration client = ClientRegistration.withRegistrationId("provider")
                .clientId(CLIENT)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri("{baseUrl}")
                .authorizationUri(ISSUER)
                .tokenUri(ISSUER)
                .build();
        return new OidcTokens(settings)
                .idTokens(new ImmutableJWKSet<>(new JWKSet(key)))
                .createDecoder(client)
                .decode(token)
                .getSubject();
    }
}
