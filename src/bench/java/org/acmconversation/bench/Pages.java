package org.acmconversation.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The service's own pages, as a browser gets them. */
class Pages {

    private static final String LOGIN = "/oauth2/authorization/oidc";
    private static final int MAX_REDIRECTS = 10;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Kept by hand: a cookie manager does not send secure cookies over HTTP. */
    private final Map<String, String> cookies = new TreeMap<>();

    private final String baseUrl;

    private Pages(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    /** Opens a session as a person whom the provider logs in without a question. */
    static Pages loggedIn(String baseUrl) {
        var pages = new Pages(baseUrl);
        URI next = URI.create(baseUrl + LOGIN);
        for (int redirects = 0; redirects < MAX_REDIRECTS; redirects++) {
            HttpResponse<String> answer = pages.send(next);
            if (answer.statusCode() == 200) {
                return pages;
            }
            next = next.resolve(answer.headers()
                    .firstValue("Location")
                    .orElseThrow(() -> new IllegalStateException("The login ends with " + answer)));
        }
        throw new IllegalStateException("The login does not end: " + next);
    }

    /** Opens a page; returns its HTML. */
    String open(String path) {
        HttpResponse<String> answer = send(URI.create(baseUrl + path));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.toString());
        }
        return answer.body();
    }

    private HttpResponse<String> send(URI address) {
        var request = HttpRequest.newBuilder(address).header("Accept", "text/html");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            for (String cookie : answer.headers().allValues("Set-Cookie")) {
                String[] pair = cookie.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(address.toString(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
