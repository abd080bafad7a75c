package org.acmconversation.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.stockcamunda.Intruder;
import org.stockcamunda.StockCamunda;

/** An engine under attack over HTTP: the product's, or a stock one where the same attack succeeds. */
class Target {

    private static final String BOUNDARY = "----attack";

    private final int port;
    private final String engine;
    private final String user;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    private Target(int port, String engine, String user) {
        this.port = port;
        this.engine = engine;
        this.user = user;
    }

    /** The product, as one of its local users. */
    static Target product(int port, String user) {
        return new Target(port, "default", user);
    }

    /** The product, without a login. */
    static Target nobody(int port) {
        return new Target(port, "default", null);
    }

    /** A stock Camunda, which requires no login. */
    static Target stock() {
        return new Target(StockCamunda.port(), StockCamunda.ENGINE, null);
    }

    /** A path of the engine's REST API. */
    String rest(String path) {
        return "/engine-rest/engine/" + engine + path;
    }

    /** The same path in the API of the web applications. */
    String webapp(String path) {
        return "/camunda/api/engine/engine/" + engine + path;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    HttpResponse<String> post(String path, String json) {
        return json("POST", path, json);
    }

    HttpResponse<String> put(String path, String json) {
        return json("PUT", path, json);
    }

    private HttpResponse<String> json(String method, String path, String json) {
        return send(withToken(path, request(path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json))
                .build());
    }

    /** Deploys models over the engine's REST API. */
    HttpResponse<String> deploy(Map<String, String> files) {
        return deploy(rest("/deployment/create"), files);
    }

    HttpResponse<String> deploy(String path, Map<String, String> files) {
        var body = new StringBuilder(part("name=\"deployment-name\"", "attack"));
        files.forEach(
                (name, content) -> body.append(part("name=\"%s\"; filename=\"%s\"".formatted(name, name), content)));
        return send(withToken(path, request(path))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body + "--" + BOUNDARY + "--\r\n"))
                .build());
    }

    private static String part(String disposition, String content) {
        return "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n".formatted(BOUNDARY, disposition, content);
    }

    /** How often the {@link Intruder} ran during an attack. */
    static int intrusions(Runnable attack) {
        int before = Intruder.runs();
        attack.run();
        return Intruder.runs() - before;
    }

    /** The web applications require a form login and the CSRF token. */
    private HttpRequest.Builder withToken(String path, HttpRequest.Builder request) {
        if (path.startsWith("/camunda/")) {
            logIn();
            get("/camunda/app/tasklist/" + engine + "/");
            cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        }
        return request;
    }

    /** Only once, and only if there is a login form. */
    void logIn() {
        if (user == null || cookie("JSESSIONID").isPresent()) {
            return;
        }
        send(HttpRequest.newBuilder(uri("/login")).GET().build());
        String token = cookie("ACM-XSRF-TOKEN").orElse("");
        send(HttpRequest.newBuilder(uri("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=%s&password=%s&_csrf=%s".formatted(user, user, token)))
                .build());
    }

    private Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(uri(path));
        if (user != null) {
            String login = user + ":" + user;
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
