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
 * Sends requests to a server that is not trusted: an answer is waited for to its last byte for so long, and cannot send
 * the client elsewhere. How many bytes it may have is up to who reads it.
 */
public class BoundedHttp {

    private final HttpClient client;
    private final Duration answerTimeout;

    /**
     * @param connectTimeout how long a connection may take
     * @param answerTimeout how long the whole answer may take, the connection included
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
     * Sends a request and waits for the whole answer: the client's own time-out ends with the headers, and a body may
     * go on for ever.
     *
     * @throws TimeoutException if it does not come in time
     * @throws ExecutionException if it does not come at all, or is none; its cause says why
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
