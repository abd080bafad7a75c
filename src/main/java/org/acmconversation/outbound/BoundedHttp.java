package org.acmconversation.outbound;

import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An HTTP client for untrusted servers. The timeout covers the whole response to its last byte, and redirects are not
 * followed. The body handler limits the size.
 */
public class BoundedHttp {

    private final HttpClient client;
    private final Duration answerTimeout;

    /**
     * @param connectTimeout timeout for connecting
     * @param answerTimeout timeout for the whole response, including connecting
     */
    public BoundedHttp(Duration connectTimeout, Duration answerTimeout) {
        this.answerTimeout = answerTimeout;
        this.client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .build();
    }

    /**
     * Sends a request and waits for the whole response. ({@link HttpClient}'s own timeout ends with the headers, so a
     * body could take forever.)
     *
     * @throws TimeoutException if the response is not complete in time
     * @throws ExecutionException if there is no valid response; its cause says why
     */
    public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> reader)
            throws TimeoutException, ExecutionException, InterruptedException {
        CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request, reader);
        try {
            return answer.get(answerTimeout.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            answer.cancel(true);
        }
    }
}
