package org.acmconversation.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts: it keeps cookies, opens pages and submits the login form. */
class WebSession {

    private static final Pattern CSRF_FIELD = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String service;

    WebSession(int port) {
        this.service = "http://127.0.0.1:" + port;
    }

    /** Opens a page like a click on a link. */
    HttpResponse<String> open(String path) {
        return get(path, "Accept", "text/html", "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document");
    }

    HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(service + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    /** Posts JSON like a script of the web applications. */
    HttpResponse<String> post(String path, String json) {
        return post(path, json, "application/json");
    }

    /** Posts JSON like Tasklist for its list. */
    HttpResponse<String> postForHal(String path, String json) {
        return post(path, json, "application/hal+json, application/json; q=0.5");
    }

    private HttpResponse<String> post(String path, String json, String accepted) {
        return send(HttpRequest.newBuilder(URI.create(service + path))
                .header("Content-Type", "application/json")
                .header("Accept", accepted)
                .header("X-XSRF-TOKEN", String.valueOf(cookie("XSRF-TOKEN")))
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Opens the login page and submits its form; each account's password is its name. */
    HttpResponse<String> logIn(String account) {
        return logInOn(open("/login"), account);
    }

    /** Submits the form of a login page that is already open. */
    HttpResponse<String> logInOn(HttpResponse<String> page, String account) {
        Matcher csrf = CSRF_FIELD.matcher(page.body());
        if (!csrf.find()) {
            throw new AssertionError("The login page has no form");
        }
        String fields = "username=%1$s&password=%1$s&_csrf=%2$s"
                .formatted(account, URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8));
        return send(HttpRequest.newBuilder(URI.create(service + "/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields)));
    }

    /** Submits fields of a form with the CSRF token of the session, unless they include another. */
    HttpResponse<String> submit(String path, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.putIfAbsent("_csrf", cookie("ACM-XSRF-TOKEN"));
        String form = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(service + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Opens the page that an answer redirects to. */
    HttpResponse<String> follow(HttpResponse<String> redirect) {
        URI target =
                redirect.uri().resolve(redirect.headers().firstValue("Location").orElseThrow());
        return open(target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery()));
    }

    /** Returns the value of a cookie, or null. */
    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    void setCookie(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setDomain("127.0.0.1");
        // Browsers send neither $Version nor quotes.
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(service), cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("No answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an answer", e);
        }
    }
}
