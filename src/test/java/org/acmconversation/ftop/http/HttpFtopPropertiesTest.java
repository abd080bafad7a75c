package org.acmconversation.ftop.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import org.acmconversation.ftop.Ftop;
import org.acmconversation.operations.Traces;
import org.acmconversation.outbound.QuietMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

class HttpFtopPropertiesTest {

    private final FtopClient settings = new FtopClient(
            URI.create("https://ftop.example.com"), URI.create("https://login.example.com/oauth2/token"));

    @ConfigurationPropertiesScan
    static class Properties {}

    @Test
    void requiresOnlyUrlsAndCredentials() {
        HttpFtopProperties properties =
                settings.without("circuit-breaker.minimum-calls").properties();

        assertThat(properties.connectTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(properties.readTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(properties.largestAnswer()).isEqualTo(DataSize.ofKilobytes(64));
        assertThat(properties.largestPage()).isEqualTo(DataSize.ofMegabytes(1));
        assertThat(properties.concurrentCalls()).isEqualTo(4);
        assertThat(properties.circuitBreaker())
                .isEqualTo(new HttpFtopProperties.CircuitBreaker(
                        50, Duration.ofSeconds(3), 20, 10, Duration.ofSeconds(10), 2));
    }

    @ParameterizedTest
    @CsvSource({
        "base-url, ftop.example.com, use a URL such as https://ftop.example.com",
        "base-url, '', use a URL such as https://ftop.example.com",
        "base-url, http://ftop.example.com, use an https URL",
        "base-url, http://127.0.0.1.example.com, use an https URL",
        "base-url, https://me:secret@ftop.example.com, use a URL such as https://ftop.example.com",
        "base-url, https://ftop.example.com?a=b, use a URL such as https://ftop.example.com",
        "token-uri, ftp://login.example.com, use an https URL",
        "client-id, ' ', use the id",
        "client-secret, ' ', use the secret",
        "scope, ' ', 'use a scope that FTOP knows, or omit it'",
        "connect-timeout, 0s, use a duration from 10ms to 1m",
        "read-timeout, 1h, use a duration from 10ms to 1m",
        "largest-answer, 0B, use a size from 1KB to 16MB",
        "largest-page, 1GB, use a size from 1KB to 16MB",
        "concurrent-calls, 0, use a number from 1 to 100",
        "circuit-breaker.failure-rate, 101, use a percentage from 1 to 100",
        "circuit-breaker.slow-call, 0s, use a duration from 10ms to 1m",
        "circuit-breaker.window, 1, use a number from 2 to 10000",
        "circuit-breaker.minimum-calls, 21, use a number from 1 to the window size",
        "circuit-breaker.open-time, 2h, use a duration from 10ms to 1h",
        "circuit-breaker.trial-calls, 0, use a number from 1 to 100",
    })
    void namesTheInvalidSettingAndTheFix(String property, String value, String whatToWrite) {
        assertThatThrownBy(() -> settings.with(property, value).properties())
                .rootCause()
                .message()
                .startsWith("acm.ftop.http.%s is ".formatted(property))
                .contains(": " + whatToWrite);
    }

    @ParameterizedTest
    @CsvSource({
        "connect-timeout, 10ms",
        "connect-timeout, 1m",
        "largest-answer, 1KB",
        "largest-page, 16MB",
        "concurrent-calls, 1",
        "concurrent-calls, 100",
        "circuit-breaker.failure-rate, 1",
        "circuit-breaker.failure-rate, 100",
        "circuit-breaker.window, 10000",
        "circuit-breaker.minimum-calls, 1",
        "circuit-breaker.minimum-calls, 20",
        "circuit-breaker.open-time, 10ms",
        "circuit-breaker.open-time, 1h",
        "circuit-breaker.trial-calls, 1",
        "circuit-breaker.trial-calls, 100",
    })
    void acceptsTheBounds(String property, String value) {
        assertThatCode(() -> settings.with(property, value).properties()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:8090", "http://127.0.0.1:8090", "http://[::1]:8090"})
    void allowsHttpOnLoopback(URI simulated) {
        assertThat(settings.with("base-url", simulated).properties().baseUrl()).isEqualTo(simulated);
    }

    @Test
    void toStringOmitsTheSecret() {
        assertThat(settings.with("client-secret", "s3cret").properties().toString())
                .contains("ftop.example.com")
                .doesNotContain("s3cret");
    }

    @Test
    void theServiceDoesNotStartWithoutRequiredSettings() {
        var context = new ApplicationContextRunner()
                .withUserConfiguration(HttpFtop.class, CallGuard.class, Properties.class)
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .withBean(Traces.class, Traces::off)
                .withBean(QuietMode.class, () -> new QuietMode(false));

        context.run(started -> assertThat(started).doesNotHaveBean(Ftop.class));
        context.withPropertyValues("acm.ftop.adapter=http")
                .run(started -> assertThat(started.getStartupFailure())
                        .rootCause()
                        .hasMessageStartingWith("acm.ftop.http.base-url is missing"));
        context.withPropertyValues("acm.ftop.adapter=http")
                .withPropertyValues(settings.asProperties())
                .run(started -> assertThat(started).hasSingleBean(HttpFtop.class));
    }
}
