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
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An OpenID Connect provider that has already issued its tokens, and logs in whoever asks as one manager. */
class Issuer implements AutoCloseable {

    static final String AUDIENCE = "acm-api";
    static final String CLIENT = "acm-web";
    static final String MANAGERS = "fasttrack-managers";
    static final String PERSON = "maria";

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
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::tell);
        server.start();
    }

    /** Redirects back at once. The code is the nonce, which the token has to repeat. */
    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = new HashMap<>();
        for (String parameter : exchange.getRequestURI().getRawQuery().split("&")) {
            String[] pair = parameter.split("=", 2);
            asked.put(pair[0], pair[1]);
        }
        String back = URLDecoder.decode(asked.get("redirect_uri"), StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("Location", "%s?code=%s&state=%s".formatted(back, asked.get("nonce"), asked.get("state")));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void tell(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String nonce = Stream.of(form.split("&"))
                .filter(field -> field.startsWith("code="))
                .map(field -> field.substring("code=".length()))
                .findFirst()
                .orElseThrow();
        try {
            String token = sign(claims(PERSON, List.of(MANAGERS)).audience(CLIENT).claim("nonce", nonce));
            send(exchange, """
                    {"access_token": "%1$s", "id_token": "%1$s", "token_type": "Bearer", "expires_in": 3600}
                    """.formatted(token));
        } catch (JOSEException e) {
            throw new IllegalStateException("The token cannot be signed", e);
        }
    }

    String uri() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Returns the {@code Authorization} header of a member of groups, or of a service account if there are none. */
    String bearer(String name, List<String> groups) throws JOSEException {
        return "Bearer " + sign(claims(name, groups).audience(AUDIENCE));
    }

    private JWTClaimsSet.Builder claims(String name, List<String> groups) {
        return new JWTClaimsSet.Builder()
                .issuer(uri())
                .subject(name)
                .claim("preferred_username", name)
                .claim("groups", groups)
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plus(LONGER_THAN_ANY_RUN)));
    }

    private String sign(JWTClaimsSet.Builder claims) throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims.build());
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private void answer(String path, String json) {
        server.createContext(path, exchange -> send(exchange, json));
    }

    private static void send(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
