package org.acmconversation.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Frequent reads of metrics do not cause frequent database queries. */
class CachedQueryTest {

    private static final Duration REFRESH = Duration.ofSeconds(10);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private long now;
    private Duration queryTakes = Duration.ZERO;
    private boolean databaseIsAway;
    private boolean isLate;
    private int queries;

    private final CachedQuery<Integer> query = new CachedQuery<>(this::query, meters, REFRESH, () -> now, query -> {
                if (!isLate) {
                    query.run();
                }
            })
            .gauge("acm.one", "The number of queries", number -> number)
            .gauge("acm.ten", "Ten times as many", number -> number * 10);

    @Test
    void doesNotQueryBeforeAGaugeIsRead() {
        assertThat(queries).isZero();
        assertThat(query.get()).isEqualTo(1);
    }

    @Test
    void allGaugesShareOneQuery() {
        assertThat(gauge("acm.one")).isEqualTo(1);
        assertThat(gauge("acm.ten")).isEqualTo(10);
        assertThat(queries).isOne();
    }

    @Test
    void queriesAgainAfterTheRefreshInterval() {
        gauge("acm.one");
        pass(REFRESH.minusMillis(1));
        assertThat(gauge("acm.one")).isEqualTo(1);

        pass(Duration.ofMillis(1));
        assertThat(gauge("acm.one")).isEqualTo(2);
    }

    @Test
    void showsTheOldResultForAMinuteWhileTheNewOneIsLate() {
        gauge("acm.one");
        isLate = true;
        pass(REFRESH.plusSeconds(60));
        assertThat(gauge("acm.one")).isEqualTo(1);

        pass(Duration.ofMillis(1));
        assertThat(gauge("acm.one")).isNaN();
    }

    @Test
    void slowQueriesUseAtMostATwentiethOfTheTime() {
        queryTakes = Duration.ofSeconds(2);
        gauge("acm.one");
        pass(Duration.ofSeconds(37));
        assertThat(gauge("acm.one")).isEqualTo(1);

        pass(Duration.ofSeconds(1));
        assertThat(gauge("acm.one")).isEqualTo(2);
    }

    @Test
    void isNaNWithoutTheDatabaseAndDoesNotQueryMoreOften() {
        databaseIsAway = true;
        assertThat(gauge("acm.one")).isNaN();
        assertThat(gauge("acm.ten")).isNaN();
        assertThat(queries).isOne();

        databaseIsAway = false;
        pass(REFRESH);
        assertThat(gauge("acm.one")).isEqualTo(2);
    }

    @Test
    void queriesAgainAMinuteAfterAHungQueryFailed() {
        databaseIsAway = true;
        queryTakes = Duration.ofSeconds(90);
        gauge("acm.one");

        databaseIsAway = false;
        queryTakes = Duration.ZERO;
        pass(Duration.ofSeconds(60));
        assertThat(gauge("acm.one")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"99ms", "61m", "-1s"})
    void rejectsAnInvalidRefreshInterval(String refresh) {
        var settings = new Binder(new MapConfigurationPropertySource(Map.of("acm.metrics.refresh", refresh)));

        assertThatThrownBy(() -> settings.bind("acm.metrics", MetricsProperties.class))
                .rootCause()
                .hasMessageMatching("acm.metrics.refresh is .*: use a duration from 100ms to 1h");
    }

    private Integer query() {
        queries++;
        pass(queryTakes);
        if (databaseIsAway) {
            throw new IllegalStateException("The database is down");
        }
        return queries;
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }
}
