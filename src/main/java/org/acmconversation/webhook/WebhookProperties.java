package org.acmconversation.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import org.acmconversation.outbound.ServerAddress;
import org.acmconversation.setting.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The webhook. Without a URL, events are neither stored nor sent.
 *
 * @param url the receiver's URL
 * @param secret key of the signatures, shared with the receiver
 * @param connectTimeout connection timeout
 * @param answerTimeout timeout for the response, including the connection
 * @param maxAttempts number of attempts before a message becomes a dead letter
 * @param backoff delay before the second attempt; each further delay is three times as long
 * @param maxBackoff maximum delay, even if the receiver asks for a longer one
 * @param parallel number of engagements whose messages this node sends concurrently
 * @param pollInterval how often this node polls for due messages
 * @param resubmitAfter age at which an event that no node has processed is resubmitted
 * @param keepDelivered how long delivered messages are kept
 */
@ConfigurationProperties("acm.webhook")
record WebhookProperties(
        String url,
        String secret,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("10s") Duration answerTimeout,
        @DefaultValue("12") int maxAttempts,
        @DefaultValue("10s") Duration backoff,
        @DefaultValue("6h") Duration maxBackoff,
        @DefaultValue("4") int parallel,
        @DefaultValue("1s") Duration pollInterval,
        @DefaultValue("1m") Duration resubmitAfter,
        @DefaultValue("7d") Duration keepDelivered) {

    private static final int MIN_SECRET = 32;
    private static final String PREFIX = "acm.webhook.";
    private static final int MAX_ATTEMPTS = 100;
    private static final int MAX_PARALLEL = 64;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration DAY = Duration.ofDays(1);

    WebhookProperties {
        if (url != null) {
            checkAddress(url);
            Setting.require(
                    secret != null && secret.strip().length() >= MIN_SECRET,
                    PREFIX + "secret",
                    "use at least 32 random characters, and give them to the receiver, too");
        }
        Setting.require(PREFIX + "connect-timeout", connectTimeout, Duration.ofMillis(100), Duration.ofMinutes(1));
        Setting.require(PREFIX + "answer-timeout", answerTimeout, Duration.ofMillis(100), Duration.ofMinutes(5));
        Setting.require(PREFIX + "max-attempts", maxAttempts, 1, MAX_ATTEMPTS);
        Setting.require(PREFIX + "backoff", backoff, Duration.ofMillis(10), DAY);
        Setting.require(PREFIX + "max-backoff", maxBackoff, Duration.ofMillis(10), DAY);
        Setting.require(
                maxBackoff.compareTo(backoff) >= 0, PREFIX + "max-backoff", "use a duration of at least backoff");
        Setting.require(PREFIX + "parallel", parallel, 1, MAX_PARALLEL);
        Setting.require(PREFIX + "poll-interval", pollInterval, Duration.ofMillis(10), Duration.ofMinutes(5));
        Setting.require(PREFIX + "resubmit-after", resubmitAfter, SECOND, DAY);
        Setting.require(PREFIX + "keep-delivered", keepDelivered, SECOND, Duration.ofDays(3650));
    }

    private static void checkAddress(String url) {
        try {
            var uri = new URI(url);
            Setting.require(
                    uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null,
                    PREFIX + "url",
                    "use a URL such as https://crm.example.org/acm-events, or omit it");
            Setting.require(
                    ServerAddress.isConfidential(uri),
                    PREFIX + "url",
                    "use an https URL; http is allowed only for a receiver on this computer");
        } catch (URISyntaxException e) {
            Setting.require(false, PREFIX + "url", "use a URL such as https://crm.example.org/acm-events, or omit it");
        }
    }

    URI address() {
        return URI.create(url);
    }

    /** Omits the secret. */
    @Override
    public String toString() {
        return "WebhookProperties[url=%s]".formatted(url);
    }
}
