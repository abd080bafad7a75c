package org.acmconversation.security.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.util.function.SingletonSupplier;

/**
 * An OpenID Connect provider for tests, with people and clients. It listens on {@code localhost} and the service on
 * {@code 127.0.0.1}, so that their cookies are separate.
 */
class Provider {

    /** Started by the first test that needs it; stops with the JVM. */
    private static final Supplier<Provider> PROVIDER = SingletonSupplier.of(Provider::new);

    static final String CLIENT = "acm-web";
    static final String SECRET = "a-secret-of-the-provider";
    static final String AUDIENCE = "acm-api";

    static final String PASSWORD = "password";

    /** People and, by the claim {@code realm_access.roles}, their groups. */
    static final Map<String, List<String>> PEOPLE = Map.of(
            "ana.perez@contoso.com", List.of("/ft/managers", "all-staff"),
            "luis.gil@contoso.com", List.of("/ft/managers"),
            "eva.ruiz@contoso.com", List.of("ft-admins"),
            "leo", List.of("all-staff"),
            "camunda-admin", List.of("/ft/managers"));

    /** A system. */
    static final String CRM = "crm";

    static final String CRM_SECRET = "another-secret-of-the-provider";

    final RSAKey rsaKey;
    final ECKey ecKey;

    private final AnnotationConfigServletWebServerApplicationContext server;

    static Provider instance() {
        return PROVIDER.get();
    }

    private Provider() {
        try {
            rsaKey = new RSAKeyGenerator(2048)
                    .keyID("rsa")
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
            ecKey = new ECKeyGenerator(Curve.P_256)
                    .keyID("ec")
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        server = new AnnotationConfigServletWebServerApplicationContext();
        server.registerBean(RSAKey.class, () -> rsaKey);
        server.registerBean(ECKey.class, () -> ecKey);
        server.register(Server.class);
        server.refresh();
    }

    String issuer() {
        return "http://localhost:" + server.getWebServer().getPort();
    }

    /** Returns the claims of a person's access token. */
    JWTClaimsSet claims(String... groups) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(AUDIENCE)
                .subject("0f8fad5b-d9cb-469f-a165-70867728950e")
                .claim("preferred_username", "ana")
                .claim("realm_access", Map.of("roles", List.of(groups)))
                .issueTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .build();
    }

    /** Signs a token. */
    String signed(JWTClaimsSet claims) throws JOSEException {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(rsaKey.getKeyID())
                        .build(),
                claims);
        token.sign(new RSASSASigner(rsaKey));
        return token.serialize();
    }

    /** How often the keys were fetched. */
    int keyRequests() {
        return server.getBean(AtomicInteger.class).get();
    }

    /** Registers the service with its address. */
    void register(String service) {
        server.getBean(InMemoryRegisteredClientRepository.class)
                .save(RegisteredClient.withId(CLIENT)
                        .clientId(CLIENT)
                        .clientSecret("{noop}" + SECRET)
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .redirectUri(service + "/login/oauth2/code/oidc")
                        .postLogoutRedirectUri(service + "/login?logout")
                        .scope("openid")
                        .scope("profile")
                        .clientSettings(
                                ClientSettings.builder().requireProofKey(true).build())
                        .build());
    }

    /** Not a {@code @Configuration}, because the service under test would find it. */
    @EnableWebSecurity
    static class Server {

        @Bean
        TomcatServletWebServerFactory tomcat() {
            var tomcat = new TomcatServletWebServerFactory(0);
            // The provider is a filter, and filters need a servlet.
            tomcat.setRegisterDefaultServlet(true);
            return tomcat;
        }

        @Bean
        AtomicInteger keyRequests() {
            return new AtomicInteger();
        }

        @Bean
        @Order(-1000)
        Filter keyRequestCounter(AtomicInteger keyRequests) {
            return (request, response, chain) -> {
                if (((HttpServletRequest) request).getRequestURI().equals("/oauth2/jwks")) {
                    keyRequests.incrementAndGet();
                }
                chain.doFilter(request, response);
            };
        }

        @Bean
        @Order(1)
        SecurityFilterChain protocol(HttpSecurity http) throws Exception {
            var endpoints = OAuth2AuthorizationServerConfigurer.authorizationServer();
            return http.securityMatcher(endpoints.getEndpointsMatcher())
                    .with(endpoints, configurer -> configurer.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .exceptionHandling(failures ->
                            failures.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                    .build();
        }

        @Bean
        @Order(2)
        SecurityFilterChain login(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .formLogin(Customizer.withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService people() {
            return new InMemoryUserDetailsManager(PEOPLE.keySet().stream()
                    .map(name -> User.withUsername(name)
                            .password("{noop}" + PASSWORD)
                            .build())
                    .toList());
        }

        @Bean
        InMemoryRegisteredClientRepository clients() {
            return new InMemoryRegisteredClientRepository(RegisteredClient.withId(CRM)
                    .clientId(CRM)
                    .clientSecret("{noop}" + CRM_SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                    .build());
        }

        @Bean
        JWKSource<SecurityContext> keys(RSAKey rsaKey, ECKey ecKey) {
            return new ImmutableJWKSet<>(new JWKSet(List.of(rsaKey, ecKey)));
        }

        @Bean
        JwtDecoder ownTokens(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> claims() {
            return token -> {
                token.getJwsHeader().algorithm(SignatureAlgorithm.RS256);
                String name = token.getPrincipal().getName();
                if (PEOPLE.containsKey(name)) {
                    token.getClaims()
                            .claim("preferred_username", name)
                            .claim("given_name", "Ana")
                            .claim("family_name", "Pérez")
                            .claim("email", "mail+" + name)
                            .claim("realm_access", Map.of("roles", PEOPLE.get(name)));
                }
                if (OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())) {
                    token.getClaims().audience(List.of(AUDIENCE));
                }
            };
        }
    }
}
