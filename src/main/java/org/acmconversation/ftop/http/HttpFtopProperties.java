package org.acmconversation.ftop.http;

import java.net.URI;
import java.time.Duration;
import org.acmconversation.outbound.ServerAddress;
import org.acmconversation.setting.Setting;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * FTOP over HTTP.
 *
 * @param baseUrl base URL of FTOP's API, without {@code /v1/tasks}
 * @param tokenUri OAuth 2.0 token endpoint
 * @param clientId this service's client id at the token endpoint
 * @param clientSecret this service's client secret
 * @param scope scope to request; omit it if FTOP needs none
 * @param connectTimeout connection timeout
 * @param readTimeout timeout for the whole response, to its last byte, not including the token request
 * @param largestAnswer maximum size of a response with one task or a token
 * @param largestPage maximum size of a response with several tasks
 * @param concurrentCalls maximum number of concurrent calls; further calls fail at once and are retried later
 * @param circuitBreaker when calls to FTOP are suspended
 */
@ConditionalOnProperty(name = "acm.ftop.adapter", havingValue = "http")
@ConfigurationProperties("acm.ftop.http")
record HttpFtopProperties(
        URI baseUrl,
        URI tokenUri,
        String clientId,
        String clientSecret,
        String scope,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("5s") Duration readTimeout,
        @DefaultValue("64KB") DataSize largestAnswer,
        @DefaultValue("1MB") DataSize largestPage,
        @DefaultValue("4") int concurrentCalls,
        @DefaultValue CircuitBreaker circuitBreaker) {

    private static final String PREFIX = "acm.ftop.http.";
    private static final Duration MIN_TIMEOUT = Duration.ofMillis(10);
    private static final Duration MAX_TIMEOUT = Duration.ofMinutes(1);

    HttpFtopProperties {
        requireSafe(baseUrl, "base-url", "https://ftop.example.com");
        requireSafe(tokenUri, "token-uri", "https://ftop.example.com/oauth2/token");
        Setting.require(
                Setting.isWritten(clientId),
                PREFIX + "client-id",
                "use the id under which FTOP's token endpoint knows this service");
        Setting.require(Setting.isWritten(clientSecret), PREFIX + "client-secret", "use the secret of this client");
        Setting.require(
                scope == null || Setting.isWritten(scope), PREFIX + "scope", "use a scope that FTOP knows, or omit it");
        requireTimeout(connectTimeout, "connect-timeout");
        requireTimeout(readTimeout, "read-timeout");
        requireSize(largestAnswer, "largest-answer");
        requireSize(largestPage, "largest-page");
        Setting.require(
                concurrentCalls >= 1 && concurrentCalls <= 100,
                PREFIX + "concurrent-calls",
                "use a number from 1 to 100, below that of the job executor's threads");
    }

    /**
     * When calls to FTOP are suspended, and when they are tried again.
     *
     * @param failureRate percentage of failed or slow calls that opens the circuit
     * @param slowCall duration from which a call counts as slow
     * @param window number of recent calls to evaluate
     * @param minimumCalls minimum number of calls before the circuit can open
     * @param openTime how long the circuit stays open
     * @param trialCalls number of trial calls before the circuit closes again
     */
    record CircuitBreaker(
            @DefaultValue("50") int failureRate,
            @DefaultValue("3s") Duration slowCall,
            @DefaultValue("20") int window,
            @DefaultValue("10") int minimumCalls,
            @DefaultValue("10s") Duration openTime,
            @DefaultValue("2") int trialCalls) {

        private static final int MAX_WINDOW = 10_000;
        private static final int MAX_TRIAL_CALLS = 100;
        private static final Duration MAX_OPEN_TIME = Duration.ofHours(1);

        CircuitBreaker {
            Setting.require(
                    failureRate >= 1 && failureRate <= 100,
                    PREFIX + "circuit-breaker.failure-rate",
                    "use a percentage from 1 to 100");
            requireTimeout(slowCall, "circuit-breaker.slow-call");
            Setting.require(PREFIX + "circuit-breaker.window", window, 2, MAX_WINDOW);
            Setting.require(
                    minimumCalls >= 1 && minimumCalls <= window,
                    PREFIX + "circuit-breaker.minimum-calls",
                    "use a number from 1 to the window size");
            Setting.require(PREFIX + "circuit-breaker.open-time", openTime, MIN_TIMEOUT, MAX_OPEN_TIME);
            Setting.require(PREFIX + "circuit-breaker.trial-calls", trialCalls, 1, MAX_TRIAL_CALLS);
        }
    }

    private static void requireSafe(URI uri, String property, String example) {
        Setting.require(
                uri != null && uri.getHost() != null && uri.getRawQuery() == null && uri.getRawUserInfo() == null,
                PREFIX + property,
                "use a URL such as " + example);
        Setting.require(
                ServerAddress.isConfidential(uri),
                PREFIX + property,
                "use an https URL; http is allowed only for a simulated FTOP on this computer");
    }

    private static void requireTimeout(Duration value, String property) {
        Setting.require(PREFIX + property, value, MIN_TIMEOUT, MAX_TIMEOUT);
    }

    private static void requireSize(DataSize value, String property) {
        Setting.require(PREFIX + property, value, DataSize.ofKilobytes(1), DataSize.ofMegabytes(16));
    }

    /** Omits the secret. */
    @Override
    public String toString() {
        return "HttpFtopProperties[baseUrl=%s, clientId=%s]".formatted(baseUrl, clientId);
    }
}
