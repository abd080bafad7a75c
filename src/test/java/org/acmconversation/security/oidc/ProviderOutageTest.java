package org.acmconversation.security.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.acmconversation.loopback.ReservedPort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.util.UriComponentsBuilder;

/** While the provider does not respond, the login reports it; once the provider is back, people can log in. */
@Tag("context")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:outage",
            "acm.security.login=oidc",
            "acm.security.oidc.client-id=" + Provider.CLIENT,
            "acm.security.oidc.client-secret=" + Provider.SECRET,
            "acm.security.oidc.audience=" + Provider.AUDIENCE,
            "acm.security.oidc.roles[/ft/managers]=MANAGER",
        })
class ProviderOutageTest {

    private static final ReservedPort PROVIDER = new ReservedPort();
    private static final String ISSUER = "http://127.0.0.1:" + PROVIDER.number();

    @LocalServerPort
    int port;

    private final BrowserSession browser = new BrowserSession();
    private HttpServer provider;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("acm.security.oidc.issuer-uri", () -> ISSUER);
    }

    @AfterEach
    void stopProvider() {
        if (provider != null) {
            provider.stop(0);
        }
    }

    @Test
    void loginReportsTheOutageAndWorksAgainAfterward() throws IOException {
        assertProviderUnavailable(browser.open(url("/login")));
        assertProviderUnavailable(browser.open(url("/camunda/app/tasklist/default/")));

        startProvider();
        HttpResponse<String> authorization = browser.open(url("/login"));
        assertThat(authorization.uri().toString()).startsWith(ISSUER + "/authorize?");

        provider.stop(0);
        String state = UriComponentsBuilder.fromUri(authorization.uri())
                .build()
                .getQueryParams()
                .getFirst("state");
        assertProviderUnavailable(browser.open(url("/login/oauth2/code/oidc?code=a&state=" + state)));
    }

    private static void assertProviderUnavailable(HttpResponse<String> page) {
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(page.body())
                .contains("El servicio de inicio de sesión no responde")
                .contains("href=\"/oauth2/authorization/oidc\"");
    }

    /** Serves metadata that names all endpoints; only the login page exists. */
    private void startProvider() throws IOException {
        provider = HttpServer.create(new InetSocketAddress("127.0.0.1", PROVIDER.number()), 0);
        provider.createContext(
                "/.well-known/openid-configuration", exchange -> answer(exchange, """
                {"issuer": "ISSUER", "authorization_endpoint": "ISSUER/authorize", "token_endpoint": "ISSUER/token",
                 "jwks_uri": "ISSUER/keys", "subject_types_supported": ["public"]}
                """.replace("ISSUER", ISSUER)));
        provider.createContext("/authorize", exchange -> answer(exchange, "{}"));
        provider.start();
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
