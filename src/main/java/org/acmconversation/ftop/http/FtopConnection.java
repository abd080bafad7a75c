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
import org.acmconversation.ftop.http.LimitedBody.TooLargeException;
import org.acmconversation.outbound.BoundedHttp;
import org.springframework.util.unit.DataSize;

/** Sends requests to FTOP and its token endpoint, and tells what came of those that got no answer. */
class FtopConnection {

    private final BoundedHttp http;

    FtopConnection(HttpFtopProperties properties) {
        this.http = new BoundedHttp(properties.connectTimeout(), properties.readTimeout());
    }

    /**
     * Sends a request and waits for the whole answer.
     *
     * @throws FtopUnavailableException if there is none within the limits
     */
    HttpResponse<byte[]> send(HttpRequest request, DataSize largest) {
        try {
            return http.send(request, head -> new LimitedBody(largest.toBytes()));
        } catch (TimeoutException late) {
            throw new FtopUnavailableException(Kind.TIMED_OUT, "FTOP did not answer in full in time", late);
        } catch (InterruptedException interruption) {
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
