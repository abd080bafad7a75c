package org.acmconversation.security.roles;

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
import java.util.Optional;

/** Calls endpoints as one account or anonymously: with HTTP Basic, or like a browser within the web applications. */
class Caller {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();

    private final int port;
    private final String account;

    /** @param account account whose password is its name; null for anonymous calls */
    Caller(int port, String account) {
        this.port = port;
        this.account = account;
    }

    /** Whether the call was denied before it reached its handler. */
    boolean isDenied(Endpoint endpoint) {
        var answer = call(endpoint, "application/json", "{}");
        if (answer.statusCode() == 401 && account == null) {
            return true;
        }
        if (answer.statusCode() == 302 && account == null) {
            return answer.headers().firstValue("Location").orElse("").endsWith("/login");
        }
        if (answer.statusCode() == 401
                || answer.statusCode() == 302 && endpoint.path().contains("/api/")) {
            throw new AssertionError("%s is not logged in for %s".formatted(account, endpoint));
        }
        return answer.statusCode() == 403 && answer.body().contains("/problems/forbidden");
    }

    int status(Endpoint endpoint) {
        return call(endpoint, "application/json", "{}").statusCode();
    }

    /** Calls it and ignores the result. */
    HttpResponse<String> call(Endpoint endpoint, String contentType, String body) {
        boolean isWebapp = endpoint.path().startsWith("/camunda");
        var request = HttpRequest.newBuilder(uri(endpoint.path()))
                .header("Content-Type", contentType)
                .header("Accept", "application/json, */*")
                .method(endpoint.method(), BodyPublishers.ofString(body));
        if (account != null && isWebapp) {
            logIn();
            cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        } else if (account != null) {
            if (!endpoint.path().startsWith("/api") && !endpoint.path().startsWith("/engine-rest")) {
                request.header("X-XSRF-TOKEN", tokenOfOurPages());
            }
            byte[] credentials = (account + ":" + account).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
        }
        return send(request.build());
    }

    private String tokenOfOurPages() {
        if (cookie("ACM-XSRF-TOKEN").isEmpty()) {
            send(HttpRequest.newBuilder(uri("/login")).build());
        }
        return cookie("ACM-XSRF-TOKEN").orElseThrow();
    }

    private void logIn() {
        if (cookie("JSESSIONID").isPresent()) {
            return;
        }
        send(HttpRequest.newBuilder(uri("/login")).build());
        String form = "username=%s&password=%s&_csrf=%s"
                .formatted(account, account, cookie("ACM-XSRF-TOKEN").orElseThrow());
        send(HttpRequest.newBuilder(uri("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
        send(HttpRequest.newBuilder(uri("/camunda/app/welcome/default/")).build());
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

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an answer", e);
        }
    }
}
