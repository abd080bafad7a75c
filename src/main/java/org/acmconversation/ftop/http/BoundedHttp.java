package org.acmconversation.ftop.http;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.acmconversation.ftop.FtopUnavailableException;
import org.acmconversation.ftop.FtopUnavailableException.Kind;
import org.acmconversation.ftop.http.LimitedBody.TooLargeException;
import org.springframework.util.unit.DataSize;

/**
 * Sends requests to a server that is not trusted: an answer is waited for to its last byte for so long, may have so
 * many bytes, and cannot send the client elsewhere.
 */
class BoundedHttp {

    private final HttpClient client;
    private final Duration readTimeout;

    BoundedHttp(Duration connectTimeout, Duration readTimeout) {
        this.readTimeout = readTimeout;
        this.client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .build();
    }

    /**
     * Sends a request and waits for the whole answer.
     *
     * @throws FtopUnavailableException if there is none within the limits
     */
    HttpResponse<byte[]> send(HttpRequest request, DataSize largest) {
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, head -> new LimitedBody(largest.toBytes()));
        try {
            return answer.get(readTimeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            throw new FtopUnavailableException(
                    Kind.TIMED_OUT, "FTOP did not answer in full within %d ms".formatted(readTimeout.toMillis()), late);
        } catch (InterruptedException interruption) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new FtopUnavailableException(
                    Kind.UNREACHABLE, "Waiting for FTOP's answer was interrupted", interruption);
        } catch (ExecutionException failure) {
            throw unavailable(failure.getCause(), largest);
        }
    }

    private static FtopUnavailableException unavailable(Throwable failure, DataSize largest) {
        // What goes wrong while an answer is read comes wrapped.
        for (Throwable part = failure; part != null; part = part.getCause()) {
            if (part instanceof TooLargeException) {
                return notUnderstood("FTOP's answer is larger than %s".formatted(largest));
            }
            if (part instanceof ProtocolException) {
                return notUnderstood("FTOP's answer is no HTTP");
            }
        }
        if (failure instanceof HttpConnectTimeoutException) {
            return new FtopUnavailableException(Kind.UNREACHABLE, "FTOP took no connection in time", failure);
        }
        if (failure instanceof IOException) {
            return new FtopUnavailableException(Kind.UNREACHABLE, "The connection to FTOP failed or broke", failure);
        }
        return notUnderstood("FTOP's answer cannot be read");
    }

    /** Without a cause, whose message would quote the answer. */
    private static FtopUnavailableException notUnderstood(String message) {
        return new FtopUnavailableException(Kind.NOT_UNDERSTOOD, message, null);
    }
}
