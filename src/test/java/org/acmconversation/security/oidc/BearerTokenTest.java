package org.acmconversation.security.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Clients authenticate with a token of the provider, and with nothing else. */
@OidcTest
class BearerTokenTest {

    private static final Provider PROVIDER = Provider.instance();

    private static final String ENGAGEMENT = """
            {
              "externalId": "%s",
              "customer": { "name": "Contoso" },
              "segment": "ENTERPRISE",
              "licenses": 25000,
              "services": ["EXCHANGE"],
              "initiatives": ["RFA"],
              "entryCriteria": {
                "kickoffHeld": true, "benefitUnderstood": true, "resourcesClear": true,
                "inEnterpriseAdoptionProgram": false
              }
            }
            """;

    @LocalServerPort
    int port;

    HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(strings = {"/api/engagements", "/engine-rest/task"})
    void acceptsTokensForBothApis(String path) throws Exception {
        assertThat(get(path, PROVIDER.signed(manager().build())).statusCode()).isEqualTo(200);
    }

    @Test
    void acceptsEllipticCurveSignatures() throws Exception {
        String token = sign(
                JWSAlgorithm.ES256,
                "ec",
                new ECDSASigner(PROVIDER.ecKey),
                manager().build());

        assertThat(get("/api/engagements", token).statusCode()).isEqualTo(200);
    }

    @Test
    void requiresAToken() throws Exception {
        HttpResponse<String> answer = send(request("/api/engagements"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void rejectsPasswords() throws Exception {
        String basic = Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8));

        assertThat(send(request("/api/engagements").header("Authorization", "Basic " + basic))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void rejectsExpiredTokens() throws Exception {
        assertRefused(PROVIDER.signed(manager()
                .expirationTime(Date.from(Instant.now().minusSeconds(120)))
                .build()));
    }

    @Test
    void rejectsTokensWithoutExpiry() throws Exception {
        assertRefused(PROVIDER.signed(manager().expirationTime(null).build()));
    }

    @Test
    void rejectsTokensThatAreNotYetValid() throws Exception {
        assertRefused(PROVIDER.signed(manager()
                .notBeforeTime(Date.from(Instant.now().plusSeconds(120)))
                .build()));
    }

    @Test
    void rejectsOtherIssuers() throws Exception {
        assertRefused(
                PROVIDER.signed(manager().issuer("https://elsewhere.example").build()));
    }

    @Test
    void rejectsOtherAudiences() throws Exception {
        assertRefused(PROVIDER.signed(manager().audience("another-api").build()));
    }

    @Test
    void rejectsIdTokens() throws Exception {
        assertRefused(PROVIDER.signed(manager().audience(Provider.CLIENT).build()));
    }

    @Test
    void rejectsUnsignedTokens() throws Exception {
        assertRefused(new PlainJWT(manager().build()).serialize());
    }

    @Test
    void rejectsTokensSignedWithThePublicKeyAsSharedSecret() throws Exception {
        byte[] publicKey = PROVIDER.rsaKey.toRSAPublicKey().getEncoded();

        assertRefused(sign(
                JWSAlgorithm.HS256, "rsa", new MACSigner(publicKey), manager().build()));
    }

    @Test
    void rejectsOtherKeys() throws Exception {
        RSAKey other = new RSAKeyGenerator(2048).generate();

        assertRefused(sign(
                JWSAlgorithm.RS256, "rsa", new RSASSASigner(other), manager().build()));
    }

    @Test
    void rejectsUnknownKeyIdsWithoutQueryingTheProviderEachTime() throws Exception {
        RSAKey other = new RSAKeyGenerator(2048).generate();
        get("/api/engagements", PROVIDER.signed(manager().build()));
        int before = PROVIDER.keyRequests();

        for (int i = 0; i < 20; i++) {
            assertRefused(sign(
                    JWSAlgorithm.RS256,
                    UUID.randomUUID().toString(),
                    new RSASSASigner(other),
                    manager().build()));
        }

        assertThat(PROVIDER.keyRequests() - before).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "camunda-admin", "Camunda-Admin", "fasttrack-manager", "system", "a/b", "ana\nperez", ""})
    void rejectsMisleadingUserNames(String name) throws Exception {
        assertRefused(
                PROVIDER.signed(manager().claim("preferred_username", name).build()));
    }

    @Test
    void rejectsTokensWithoutAUserName() throws Exception {
        assertRefused(
                PROVIDER.signed(manager().claim("preferred_username", null).build()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/engagements", "/api/ftop-catalog", "/engine-rest/task", "/engine-rest/version"})
    void rejectsTokensWithoutAMappedGroup(String path) throws Exception {
        HttpResponse<String> answer =
                get(path, PROVIDER.signed(PROVIDER.claims("all-staff", "fasttrack-manager", "camunda-admin")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"insufficient_scope\"");
    }

    @Test
    void scopesGiveNoRole() throws Exception {
        JWTClaimsSet claims = new JWTClaimsSet.Builder(PROVIDER.claims("all-staff"))
                .claim("scope", "camunda-admin fasttrack-manager")
                .build();

        assertThat(get("/api/engagements", PROVIDER.signed(claims)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void serviceAccountsStartButDoNotChangeEngagements() throws Exception {
        String token = tokenOfTheCrm();

        HttpResponse<String> started = send(request("/api/engagements")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(ENGAGEMENT.formatted("CRM-OIDC-BEARER"))));
        assertThat(started.statusCode()).isEqualTo(201);
        String location = started.headers().firstValue("Location").orElseThrow();
        assertThat(get(URI.create(location).getPath(), token).statusCode()).isEqualTo(200);

        HttpResponse<String> changed = send(request(URI.create(location).getPath())
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/merge-patch+json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"licenses\": 1}")));
        assertThat(changed.statusCode()).isEqualTo(403);
        assertThat(changed.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void recognizesServiceAccountsByTheConfiguredClaim() throws Exception {
        HttpResponse<String> started = send(request("/api/engagements")
                .header("Authorization", "Bearer " + PROVIDER.signed(PROVIDER.claims("engagement-starters")))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(ENGAGEMENT.formatted("CRM-OIDC-3"))));

        assertThat(started.statusCode()).isEqualTo(201);
    }

    @Test
    void usersOfAServiceAccountsClientAreNotServiceAccounts() throws Exception {
        JWTClaimsSet claims = new JWTClaimsSet.Builder(PROVIDER.claims("all-staff"))
                .claim("azp", Provider.CRM)
                .claim("client_id", Provider.CRM)
                .build();

        assertThat(get("/api/engagements", PROVIDER.signed(claims)).statusCode())
                .isEqualTo(403);
    }

    private void assertRefused(String token) throws Exception {
        HttpResponse<String> answer = get("/api/engagements", token);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Bearer error=\"invalid_token\"");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(JsonPath.<String>read(answer.body(), "$.detail")).isEqualTo("The token is invalid.");
    }

    private static JWTClaimsSet.Builder manager() {
        return new JWTClaimsSet.Builder(PROVIDER.claims("/ft/managers"));
    }

    private static String sign(JWSAlgorithm algorithm, String keyId, JWSSigner signer, JWTClaimsSet claims)
            throws JOSEException {
        var token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    private String tokenOfTheCrm() throws Exception {
        String secret = Base64.getEncoder()
                .encodeToString((Provider.CRM + ":" + Provider.CRM_SECRET).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(PROVIDER.issuer() + "/oauth2/token"))
                .header("Authorization", "Basic " + secret)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials")));
        return JsonPath.read(answer.body(), "$.access_token");
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return send(request(path).header("Authorization", "Bearer " + token));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
