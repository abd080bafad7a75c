package org.acmconversation.bench;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/** An OpenID Connect provider that has already issued its tokens. */
class Issuer implements AutoCloseable {

    static final String AUDIENCE = "acm-api";

    private static final Duration LONGER_THAN_ANY_RUN = Duration.ofHours(12);

    private final RSAKey key;
    private final HttpServer server;

    Issuer() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048)
                .keyID("bench")
                .algorithm(JWSAlgorithm.RS256)
                .generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/jwks", new JWKSet(key.toPublicJWK()).toString());
        answer("/.well-known/openid-configuration", """
                {"issuer": "%1$s", "jwks_uri": "%1$s/jwks", "authorization_endpoint": "%1$s/authorize",
                 "token_endpoint": "%1$s/token", "end_session_endpoint": "%1$s/logout",
                 "subject_types_supported": ["public"], "response_types_supported": ["code"],
                 "id_token_signing_alg_values_supported": ["RS256"]}
                """.formatted(uri()));
        server.start();
    }

    String uri() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Returns the {@code Authorization} header of a member of groups, or of a service account if there are none. */
    String bearer(String name, List<String> groups) throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(),
                new JWTClaimsSet.Builder()
                        .issuer(uri())
                        .audience(AUDIENCE)
                        .subject(name)
                        .claim("preferred_username", name)
                        .claim("groups", groups)
                        .issueTime(new Date())
                        .expirationTime(Date.from(Instant.now().plus(LONGER_THAN_ANY_RUN)))
                        .build());
        token.sign(new RSASSASigner(key));
        return "Bearer " + token.serialize();
    }

    private void answer(String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
