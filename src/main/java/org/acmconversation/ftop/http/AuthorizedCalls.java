package org.acmconversation.ftop.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.acmconversation.ftop.FtopKey;
import org.acmconversation.ftop.FtopUnavailableException;
import org.acmconversation.ftop.FtopUnavailableException.Kind;
import org.acmconversation.operations.Traces;
import org.springframework.util.unit.DataSize;

/** Sends requests to FTOP with this service's access token. */
class AuthorizedCalls {

    private static final int UNAUTHORIZED = 401;

    private final HttpFtopProperties properties;
    private final FtopConnection http;
    private final FtopTokens tokens;
    private final Traces traces;

    AuthorizedCalls(HttpFtopProperties properties, Traces traces) {
        this.properties = properties;
        this.traces = traces;
        this.http = new FtopConnection(properties);
        this.tokens = new FtopTokens(properties, http);
    }

    /** Sends a PUT for one task, with its key as the idempotency key. */
    HttpResponse<byte[]> put(FtopKey key, String below, byte[] json) {
        return send(
                HttpRequest.newBuilder(uri("/v1/tasks/" + key + below))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key.toString())
                        .PUT(BodyPublishers.ofByteArray(json)),
                properties.largestAnswer());
    }

    /** Requests several tasks. */
    HttpResponse<byte[]> list(String query) {
        return send(HttpRequest.newBuilder(uri("/v1/tasks?" + query)), properties.largestPage());
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request, DataSize largest) {
        request.header("Accept", "application/json, application/problem+json");
        traces.headers().forEach(request::setHeader);
        String token = tokens.get();
        HttpResponse<byte[]> answer = http.send(authorized(request, token), largest);
        if (answer.statusCode() != UNAUTHORIZED) {
            return answer;
        }
        // FTOP may have lost a valid token. It has not processed the request, so retry it once with a new token.
        tokens.drop(token);
        return http.send(authorized(request, tokens.get()), largest);
    }

    private static HttpRequest authorized(HttpRequest.Builder request, String token) {
        try {
            return request.setHeader("Authorization", "Bearer " + token).build();
        } catch (IllegalArgumentException notPrintable) {
            // Omit the cause: its message would quote the token.
            throw new FtopUnavailableException(
                    Kind.NOT_UNDERSTOOD,
                    "FTOP's token endpoint returned a token that cannot be sent in a header",
                    null);
        }
    }

    private URI uri(String pathAndQuery) {
        return URI.create(properties.baseUrl().toString().replaceAll("/+$", "") + pathAndQuery);
    }
}
