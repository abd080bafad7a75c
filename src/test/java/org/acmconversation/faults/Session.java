package org.acmconversation.faults;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The session of a person in a browser. Cookies ignore ports, so they are sent to every node. */
class Session {

    private static final String QUEUE = "/camunda/api/engine/engine/default/task/count";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    /** Logs in on one node's login page. */
    Session(Node node, String user) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(node.uri("/login")));
        String csrf = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("ACM-XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
        URI login = node.uri("/login");
        send(HttpRequest.newBuilder(login)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=%s&password=%s&_csrf=%s".formatted(user, user, csrf))));
    }

    /** Whether a node accepts the session. */
    boolean isAcceptedBy(Node node) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(node.uri(QUEUE))).statusCode() == 200;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), BodyHandlers.ofString());
    }
}
