package org.acmconversation.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/**
 * Each alert uses existing metrics that the dashboard also shows, and links to a section of the runbook that says what
 * to do.
 */
class AlertsTest {

    private static final Path RULES = Path.of("docker/prometheus/rules.yaml");

    private static final Path DASHBOARD = Path.of("docker/grafana/dashboards/acm.json");

    /** Metrics of Spring Boot, HikariCP and Java, which every node has. */
    static final Set<String> OF_OTHERS = Set.of(
            "disk_free_bytes",
            "hikaricp_connections_active",
            "hikaricp_connections_max",
            "hikaricp_connections_pending",
            "jvm_memory_max_bytes",
            "jvm_memory_used_bytes",
            "process_cpu_usage");

    /**
     * Metrics that a test does not have: Prometheus' own, and those of requests, TLS bundles and garbage collections.
     */
    private static final Set<String> ELSEWHERE = Set.of(
            "up",
            "http_server_requests_seconds_bucket",
            "http_server_requests_seconds_count",
            "jvm_gc_pause_seconds_sum",
            "ssl_chain_expiry_seconds");

    private static final Pattern METRIC = Pattern.compile("\\b(?:up|[a-z]+(?:_[a-z]+)+)\\b");

    private static final Set<String> FUNCTIONS =
            Set.of("histogram_quantile", "min_over_time", "__rate_interval", "rate_interval");

    private static final Pattern DOCUMENTED =
            Pattern.compile("^\\| `(acm\\.[a-z.]+)` \\| ([a-z]+) \\|", Pattern.MULTILINE);

    record Alert(String name, String expression, String severity, String runbook) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Alert> alerts() throws IOException {
        Map<String, List<Map<String, List<Map<String, Object>>>>> rules = new Yaml().load(Files.readString(RULES));
        return rules.get("groups").stream()
                .flatMap(group -> group.get("rules").stream())
                .map(AlertsTest::alert);
    }

    private static Alert alert(Map<String, Object> rule) {
        Map<?, ?> labels = (Map<?, ?>) rule.get("labels");
        Map<?, ?> annotations = (Map<?, ?>) rule.get("annotations");
        return new Alert(
                (String) rule.get("alert"), (String) rule.get("expr"), (String) labels.get("severity"), (String)
                        annotations.get("runbook"));
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void alertsUseExistingMetrics(Alert alert) throws IOException {
        assertThat(metrics(alert.expression())).isNotEmpty().isSubsetOf(existing());
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void dashboardShowsTheMetricsOfAlerts(Alert alert) throws IOException {
        assertThat(onTheDashboard()).containsAll(metrics(alert.expression()));
    }

    @Test
    void dashboardUsesExistingMetrics() throws IOException {
        assertThat(onTheDashboard()).isNotEmpty().isSubsetOf(existing());
    }

    private static Set<String> onTheDashboard() throws IOException {
        return new ObjectMapper()
                .readTree(Files.readString(DASHBOARD)).findValuesAsText("expr").stream()
                        .flatMap(expression -> metrics(expression).stream())
                        .collect(Collectors.toSet());
    }

    private static Set<String> metrics(String expression) {
        return METRIC.matcher(expression)
                .results()
                .map(match -> match.group())
                .filter(name -> !FUNCTIONS.contains(name))
                .collect(Collectors.toSet());
    }

    private static Set<String> existing() throws IOException {
        Set<String> existing = DOCUMENTED
                .matcher(Files.readString(Path.of("docs/observability.md")))
                .results()
                .flatMap(match -> series(match.group(1).replace('.', '_'), match.group(2)))
                .collect(Collectors.toSet());
        existing.addAll(OF_OTHERS);
        existing.addAll(ELSEWHERE);
        return existing;
    }

    private static Stream<String> series(String name, String type) {
        return switch (type) {
            case "timer" ->
                Stream.of("count", "sum", "max", "bucket").map(part -> "%s_seconds_%s".formatted(name, part));
            case "counter" -> Stream.of(name + "_total");
            default -> Stream.of(name);
        };
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void runbookExplainsEachAlert(Alert alert) throws IOException {
        assertThat(alert.severity()).isIn("page", "ticket");
        String[] place = alert.runbook().split("#");
        String section = Stream.of(Files.readString(Path.of(place[0])).split("(?m)^## "))
                .filter(text -> anchor(text.lines().findFirst().orElse("")).equals(place[1]))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no section " + place[1]));

        assertThat(section).contains("**Means:**", "**People notice:**", "**See more:**", "**Do:**", "**Wake:**");
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void promtoolsTestsShowWhenEachAlertFires(Alert alert) throws IOException {
        try (Stream<Path> files = Files.list(RULES.getParent())) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("rules-test")))
                    .anySatisfy(file -> assertThat(Files.readString(file))
                            .contains("alertname: " + alert.name() + "\n        exp_alerts:\n"));
        }
    }

    private static String anchor(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
