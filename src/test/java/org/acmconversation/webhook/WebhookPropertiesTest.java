package org.acmconversation.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Invalid webhook settings are rejected with a message that says how to fix them. */
class WebhookPropertiesTest {

    private static final Map<String, String> COMPLETE = Map.of(
            "acm.webhook.url", "https://crm.example.org/acm-events",
            "acm.webhook.secret", "0123456789abcdef0123456789abcdef");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "url | | use a URL such as https://crm.example.org/acm-events, or omit it",
                "url | crm.example.org | use a URL such as https://crm.example.org/acm-events",
                "url | https://a b | use a URL such as https://crm.example.org/acm-events",
                "url | https://me:pass@crm.example.org | use a URL such as",
                "url | http://crm.example.org | use an https URL",
                "url | http://127.0.0.1.example.org | use an https URL",
                "url | ftp://127.0.0.1 | use an https URL",
                "secret | | use at least 32 random characters",
                "connect-timeout | 2m | use a duration from 100ms to 1m",
                "answer-timeout | 0s | use a duration from 100ms to 5m",
                "max-attempts | 0 | use a number from 1 to 100",
                "backoff | 1ms | use a duration from 10ms to 1d",
                "max-backoff | 5s | use a duration of at least backoff",
                "max-backoff | 2d | use a duration from 10ms to 1d",
                "parallel | 65 | use a number from 1 to 64",
                "poll-interval | 1h | use a duration from 10ms to 5m",
                "resubmit-after | 0s | use a duration from 1s to 1d",
                "keep-delivered | -1d | use a duration from 1s to 3650d",
                "secret | 0123456789abcdef0123456789abcde | use at least 32 random characters",
                "url | https://crm.example.org/acm-events#here | use a URL such as",
                "connect-timeout | 99ms | use a duration from 100ms to 1m",
                "answer-timeout | 301s | use a duration from 100ms to 5m",
                "max-attempts | 101 | use a number from 1 to 100",
                "parallel | 0 | use a number from 1 to 64"
            })
    void namesTheInvalidSettingAndTheFix(String name, String value, String sentence) {
        assertThatThrownBy(() -> bound(name, value == null ? "" : value))
                .rootCause()
                .message()
                .startsWith("acm.webhook.%s is ".formatted(name))
                .contains(": " + sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "connect-timeout, 100ms",
        "connect-timeout, 1m",
        "answer-timeout, 5m",
        "max-attempts, 1",
        "max-attempts, 100",
        "backoff, 10ms",
        "backoff, 6h",
        "max-backoff, 10s",
        "max-backoff, 1d",
        "parallel, 1",
        "parallel, 64",
        "poll-interval, 5m",
        "resubmit-after, 1s",
        "keep-delivered, 3650d"
    })
    void acceptsTheBounds(String name, String value) {
        assertThatCode(() -> bound(name, value)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:8081/x", "http://127.0.0.1/x", "http://[::1]:8081/x", "https://10.0.0.1/x"})
    void allowsHttpOnLoopback(String url) {
        assertThat(bound("url", url).address()).hasToString(url);
    }

    @Test
    void hasDefaults() {
        var properties = bound("max-attempts", "12");

        assertThat(properties.backoff()).isEqualTo(Duration.ofSeconds(10));
        assertThat(properties.maxBackoff()).isEqualTo(Duration.ofHours(6));
        assertThat(properties.keepDelivered()).isEqualTo(Duration.ofDays(7));
        assertThat(properties.toString()).contains("crm.example.org").doesNotContain("0123456789abcdef");
    }

    private static WebhookProperties bound(String name, String value) {
        Map<String, String> settings = new TreeMap<>(COMPLETE);
        settings.put("acm.webhook." + name, value);
        return new Binder(new MapConfigurationPropertySource(settings))
                .bind("acm.webhook", WebhookProperties.class)
                .get();
    }
}
