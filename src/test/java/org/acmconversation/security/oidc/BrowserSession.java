package org.acmconversation.security.oidc;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Acts like a browser: keeps cookies, follows redirects and submits forms. */
class BrowserSession {

    private static final Pattern CSRF_FIELD = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Pattern CSRF_COOKIE = Pattern.compile("XSRF-TOKEN=([^;]+)");

    private static final Pattern REFRESH = Pattern.compile("http-equiv=\"refresh\" content=\"0; url=([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** Every requested URL, in order. */
    final List<URI> visited = new ArrayList<>();

    private String csrfToken;

    HttpResponse<String> open(String address) {
        return follow(send(HttpRequest.newBuilder(URI.create(address))
                .header("Accept", "text/html")
                .build()));
    }

    /** Fills in the provider's login form. */
    HttpResponse<String> logIn(HttpResponse<String> page, String user) {
        Matcher csrf = CSRF_FIELD.matcher(page.body());
        if (!csrf.find()) {
            throw new AssertionError("This is no login form: " + page);
        }
        return follow(send(HttpRequest.newBuilder(page.uri().resolve("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        form(Map.of("username", user, "password", Provider.PASSWORD, "_csrf", csrf.group(1)))))
                .build()));
    }

    /** Sends a request like a page's script. */
    HttpResponse<String> call(String method, String address, String json) {
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Accept", "application/json, text/plain, */*")
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json));
        if (csrfToken != null) {
            request.header("X-XSRF-TOKEN", csrfToken);
        }
        return send(request.build());
    }

    String sessionId() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("JSESSIONID")
                        && cookie.getDomain().equals("127.0.0.1"))
                .map(Object::toString)
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> follow(HttpResponse<String> response) {
        HttpResponse<String> current = response;
        Optional<String> next = next(current);
        for (int redirects = 0; next.isPresent(); redirects++) {
            if (redirects == 15) {
                throw new AssertionError("Too many redirects: " + visited);
            }
            current = send(HttpRequest.newBuilder(current.uri().resolve(next.get()))
                    .header("Accept", "text/html")
                    .build());
            next = next(current);
        }
        return current;
    }

    /** Continues like a browser without scripts. */
    private static Optional<String> next(HttpResponse<String> response) {
        if (response.statusCode() / 100 == 3) {
            return response.headers().firstValue("Location");
        }
        Matcher refresh = REFRESH.matcher(response.body());
        return refresh.find() ? Optional.of(refresh.group(1)) : Optional.empty();
    }

    private HttpResponse<String> send(HttpRequest request) {
        visited.add(request.uri());
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").stream()
                    .map(CSRF_COOKIE::matcher)
                    .filter(Matcher::find)
                    .forEach(cookie -> csrfToken = cookie.group(1));
            return response;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
