package org.acmconversation.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** Protections of every response, over plain HTTP and behind a TLS proxy. */
@Tag("context")
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:armor",
            "server.forward-headers-strategy=framework",
            "server.servlet.session.cookie.secure=true",
            "camunda.bpm.webapp.csrf.enable-secure-cookie=true",
            "acm.api.max-engine-body-size=100KB",
            "camunda.bpm.job-execution.enabled=false"
        })
@ActiveProfiles("local")
@AutoConfigureObservability(tracing = false)
@ExtendWith(OutputCaptureExtension.class)
class HttpHardeningTest {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login",
                "/api/engagements",
                "/engine-rest/engine",
                "/camunda/app/tasklist/default/",
                "/camunda/api/engine/engine",
                "/swagger-ui.html",
                "/nowhere",
                "/api;x=1/engagements"
            })
    void responsesHaveSecurityHeadersAndNoVersion(String path) {
        HttpResponse<String> answer = get(path);

        assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(
                        value -> assertThat(value).contains("max-age=31536000").contains("includeSubDomains"));
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).isPresent();
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.headers().map().keySet())
                .doesNotContain("server", "Server", "x-powered-by", "X-Powered-By", "X-AspNet-Version");
        assertThat(answer.body()).doesNotContainIgnoringCase("tomcat", "7.24", "3.5.16");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//engine-rest/user",
                "/engine-rest;x=1/user",
                "/engine-rest//user",
                "/login/../engine-rest/user",
                "/camunda/../engine-rest/user",
                "/camunda;x=1/api/engine/engine/default/user",
                "/api/engagements/../audit"
            })
    void rejectsPathTricks(String path) {
        assertThat(get(path).statusCode()).isEqualTo(400);
    }

    @Test
    void sendsHstsOnlyOverTls() {
        assertThat(send(request(port, "/login")).headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void pagesHaveAContentSecurityPolicy() {
        assertThat(get("/login").headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
                .doesNotContain("unsafe-eval");
        assertThat(get("/camunda/app/cockpit/default/", "operator")
                        .headers()
                        .firstValue("Content-Security-Policy")
                        .orElse(""))
                .contains("script-src 'nonce-", "frame-ancestors 'none'", "object-src 'none'")
                .doesNotContain("unsafe-eval", "https:", "$NONCE");
    }

    @Test
    void concurrentPagesHaveTheirOwnNonces() {
        String session = session("operator");
        List<CompletableFuture<HttpResponse<String>>> pages = Stream.generate(() -> CompletableFuture.supplyAsync(() ->
                        send(request(port, "/camunda/app/cockpit/default/").header("Cookie", "JSESSIONID=" + session))))
                .limit(100)
                .toList();

        assertThat(pages).extracting(CompletableFuture::join).allSatisfy(page -> {
            String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
            String nonce = policy.replaceFirst(".*'nonce-([^']+)'.*", "$1");
            assertThat(page.body()).contains("nonce=\"" + nonce + "\"");
        });
    }

    @Test
    void cookiesAreSameSiteAndSecure() {
        List<String> cookies =
                get("/camunda/app/cockpit/default/", "operator").headers().allValues("Set-Cookie");

        assertThat(cookies)
                .isNotEmpty()
                .allSatisfy(cookie ->
                        assertThat(cookie).containsPattern("(?i); ?secure").containsIgnoringCase("samesite"));
        assertThat(get("/login").headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).containsPattern("(?i); ?secure"))
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID"))
                .allSatisfy(cookie -> assertThat(cookie).containsIgnoringCase("httponly"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/task", "/camunda/api/engine/engine/default/task", "/api/engagements"})
    void rejectsLargeBodiesWithAndWithoutContentLength(String path) {
        String body = "{\"nameLike\": \"%s\"}".formatted("x".repeat(200_000));

        assertThat(send(post(path, BodyPublishers.ofString(body))).statusCode()).isEqualTo(413);
        assertThat(send(post(path, chunked(body))).statusCode()).isEqualTo(413);
    }

    @Test
    void acceptsBodiesWithoutContentLength() {
        assertThat(send(post("/engine-rest/task/count", chunked("{\"nameLike\": \"%x%\"}")))
                        .body())
                .contains("\"count\":0");
        assertThat(send(post("/engine-rest/task/count", chunked("{\"nameLike\": ")))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void actuatorHasItsOwnPortAndOnlyHealthIsPublic() {
        assertThat(managementPort).isNotEqualTo(port);
        assertThat(actuator("/actuator/health", null).body()).contains("UP").doesNotContain("components");
        for (String path : List.of("", "/info", "/metrics", "/prometheus", "/env", "/heapdump", "/loggers")) {
            assertThat(actuator("/actuator" + path, null).statusCode()).as(path).isEqualTo(401);
            assertThat(actuator("/actuator" + path, "manager").statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(actuator("/actuator/prometheus", "operator").body()).contains("jvm_memory_used_bytes");
        assertThat(actuator("/actuator/health", "operator").body()).contains("components");
        assertThat(actuator("/api/engagements", "admin").statusCode()).isEqualTo(403);
        assertThat(get("/actuator/health", "admin").statusCode()).isEqualTo(404);
    }

    @Test
    void endpointsWithSecretsAreNotExposed() {
        for (String path :
                List.of("env", "configprops", "heapdump", "beans", "threaddump", "loggers", "httpexchanges")) {
            assertThat(actuator("/actuator/" + path, "admin").statusCode())
                    .as(path)
                    .isIn(403, 404);
        }
    }

    @Test
    void passwordsAreNeverLogged(CapturedOutput output) {
        String secret = "S3cr3t-" + port;
        send(request(port, "/api/engagements").header("Authorization", basic("manager", secret)));
        send(request(port, "/login?password=" + secret)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=manager&password=" + secret)));

        assertThat(output).doesNotContain(secret).doesNotContain(basic("manager", secret));
    }

    private HttpResponse<String> get(String path) {
        return get(path, null);
    }

    private HttpResponse<String> get(String path, String user) {
        var request = request(port, path).header("X-Forwarded-Proto", "https").header("Accept", "text/html,*/*");
        if (user != null) {
            request.header("Cookie", "JSESSIONID=" + session(user));
        }
        return send(request);
    }

    private HttpResponse<String> actuator(String path, String user) {
        var request = request(managementPort, path);
        return send(user == null ? request : request.header("Authorization", basic(user, user)));
    }

    private HttpRequest.Builder post(String path, BodyPublisher body) {
        var request =
                request(port, path).header("Content-Type", "application/json").POST(body);
        return path.startsWith("/camunda")
                ? request.header("Cookie", "JSESSIONID=" + session("admin"))
                : request.header("Authorization", basic("admin", "admin"));
    }

    /**
     * Logs in on the login page. The cookies are for TLS only, so a client with cookie support would not send them
     * here.
     */
    private String session(String user) {
        HttpResponse<String> page = get("/login");
        String form = "username=%s&password=%s&_csrf=%s".formatted(user, user, cookie(page, "ACM-XSRF-TOKEN"));
        HttpResponse<String> answer = send(request(port, "/login")
                .header("X-Forwarded-Proto", "https")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", "ACM-XSRF-TOKEN=" + cookie(page, "ACM-XSRF-TOKEN"))
                .POST(BodyPublishers.ofString(form)));
        return cookie(answer, "JSESSIONID");
    }

    private static String cookie(HttpResponse<String> answer, String name) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1, cookie.indexOf(';')))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No cookie " + name + " in " + answer.headers()));
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static String basic(String user, String password) {
        byte[] credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an answer", e);
        }
    }

    private static BodyPublisher chunked(String body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }
}
