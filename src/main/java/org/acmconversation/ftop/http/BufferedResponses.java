package org.acmconversation.ftop.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.function.Function;
import org.acmconversation.ftop.FtopUnavailableException;
import org.acmconversation.ftop.FtopUnavailableException.Kind;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.unit.DataSize;

/**
 * Reads each response to its end, up to a limit, and says what went wrong if that fails. Messages and causes never
 * quote the response or the token.
 */
class BufferedResponses implements ClientHttpRequestInterceptor {

    private final Function<HttpRequest, DataSize> limits;
    private final Duration timeout;

    /**
     * @param limits the size of the largest response to a request
     * @param timeout the request factory's, which closes a response that is not complete by then
     */
    BufferedResponses(Function<HttpRequest, DataSize> limits, Duration timeout) {
        this.limits = limits;
        this.timeout = timeout;
    }

    /** @throws FtopUnavailableException if there is no response within the limits */
    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution) {
        DataSize largest = limits.apply(request);
        long start = System.nanoTime();
        try (ClientHttpResponse response = execution.execute(request, body)) {
            int limit = (int) largest.toBytes();
            byte[] read = response.getBody().readNBytes(limit + 1);
            if (read.length > limit) {
                throw notUnderstood("FTOP's response is larger than %s".formatted(largest));
            }
            return new Response(response.getStatusCode(), response.getHeaders(), read);
        } catch (HttpConnectTimeoutException late) {
            throw new FtopUnavailableException(Kind.UNREACHABLE, "Connecting to FTOP timed out", late);
        } catch (ProtocolException garbage) {
            throw notUnderstood("FTOP's response is not valid HTTP");
        } catch (IOException failure) {
            // The timeout closes the stream of a body, which then fails like any broken connection.
            if (failure instanceof HttpTimeoutException || System.nanoTime() - start >= timeout.toNanos()) {
                throw new FtopUnavailableException(Kind.TIMED_OUT, "FTOP's response was not complete in time", failure);
            }
            if (failure.getCause() instanceof ProtocolException) {
                throw notUnderstood("FTOP's response is not valid HTTP");
            }
            throw new FtopUnavailableException(Kind.UNREACHABLE, "The connection to FTOP failed or was lost", failure);
        }
    }

    /** Omits the cause, whose message would quote the response. */
    private static FtopUnavailableException notUnderstood(String message) {
        return new FtopUnavailableException(Kind.NOT_UNDERSTOOD, message, null);
    }

    private record Response(HttpStatusCode getStatusCode, HttpHeaders getHeaders, byte[] read)
            implements ClientHttpResponse {

        @Override
        public String getStatusText() {
            return "";
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(read);
        }

        @Override
        public void close() {
            // The response has been read completely.
        }
    }
}
