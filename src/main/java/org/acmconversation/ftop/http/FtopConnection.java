package org.acmconversation.ftop.http;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.acmconversation.ftop.FtopUnavailableException;
import org.acmconversation.ftop.FtopUnavailableException.Kind;
import org.acmconversation.outbound.BoundedHttp;
import org.acmconversation.outbound.LimitedBody;
import org.acmconversation.outbound.LimitedBody.TooLargeException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;

/** Sends requests to FTOP and its token endpoint, and classifies failures. */
class FtopConnection {

    private final BoundedHttp http;

    FtopConnection(HttpFtopProperties properties) {
        this.http = new BoundedHttp(properties.connectTimeout(), properties.readTimeout());
    }

    /**
     * Sends a request and waits for the whole response.
     *
     * @throws FtopUnavailableException if there is no response within the limits
     */
    HttpResponse<byte[]> send(HttpRequest request, DataSize largest) {
        try {
            return http.send(request, head -> new LimitedBody(largest.toBytes()));
        } catch (TimeoutException late) {
            throw new FtopUnavailableException(Kind.TIMED_OUT, "FTOP's response was not complete in time", late);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new FtopUnavailableException(
                    Kind.UNREACHABLE, "Interrupted while waiting for FTOP's response", interruption);
        } catch (ExecutionException failure) {
            throw unavailable(failure.getCause(), largest);
        }
    }

    private static FtopUnavailableException unavailable(@Nullable Throwable failure, DataSize largest) {
        // Failures while reading the response are wrapped.
        for (Throwable part = failure; part != null; part = part.getCause()) {
            if (part instanceof TooLargeException) {
                return notUnderstood("FTOP's response is larger than %s".formatted(largest));
            }
            if (part instanceof ProtocolException) {
                return notUnderstood("FTOP's response is not valid HTTP");
            }
        }
        if (failure instanceof HttpConnectTimeoutException) {
            return new FtopUnavailableException(Kind.UNREACHABLE, "Connecting to FTOP timed out", failure);
        }
        if (failure instanceof IOException) {
            return new FtopUnavailableException(Kind.UNREACHABLE, "The connection to FTOP failed or was lost", failure);
        }
        return notUnderstood("FTOP's response cannot be read");
    }

    /** Omits the cause, whose message would quote the response. */
    private static FtopUnavailableException notUnderstood(String message) {
        return new FtopUnavailableException(Kind.NOT_UNDERSTOOD, message, null);
    }
}
