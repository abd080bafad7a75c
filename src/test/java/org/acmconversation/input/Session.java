package org.acmconversation.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** The cookies and tokens of a browser that is logged in to the web applications. */
record Session(String id, String csrfToken) {

    /** Logs in on the login page. */
    static Session of(String user, int port) {
        var cookies = new CookieManager();
        var http = HttpClient.newBuilder().cookieHandler(cookies).build();
        var service = URI.create("http://localhost:" + port);
        send(http, HttpRequest.newBuilder(service.resolve("/login")));
        send(
                http,
                HttpRequest.newBuilder(service.resolve("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=%s&password=%s&_csrf=%s"
                                .formatted(user, user, cookie(cookies, "ACM-XSRF-TOKEN")))));
        send(http, HttpRequest.newBuilder(service.resolve("/camunda/app/welcome/default/")));
        return new Session(cookie(cookies, "JSESSIONID"), cookie(cookies, "XSRF-TOKEN"));
    }

    String headers() {
        return "Cookie: JSESSIONID=%s; XSRF-TOKEN=%s\r\nX-XSRF-TOKEN: %s".formatted(id, csrfToken, csrfToken);
    }

    private static void send(HttpClient http, HttpRequest.Builder request) {
        try {
            http.send(request.build(), BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an answer", e);
        }
    }

    private static String cookie(CookieManager cookies, String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElseThrow(() -> new AssertionError("No cookie " + name));
    }
}
