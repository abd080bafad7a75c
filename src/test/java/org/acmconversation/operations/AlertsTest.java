package org.acmconversation.operations;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Each alert is about metrics that exist, and leads to a section of the runbook that says what to do. */
class AlertsTest {

    private static final Path RULES = Path.of("docker/prometheus/rules.yaml");

    /** Of Spring Boot, HikariCP and Prometheus itself. */
    private static final Set<String> OF_OTHERS = Set.of("disk_free_bytes", "hikaricp_connections_pending", "up");

    private static final Pattern METRIC = Pattern.compile("\\b(?:up|[a-z]+(?:_[a-z]+)+)\\b");

    private static final Pattern DOCUMENTED = Pattern.compile("^\\| `(acm\\.[a-z.]+)` \\|", Pattern.MULTILINE);

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
    void itsMetricsExist(Alert alert) throws IOException {
        Set<String> ours = DOCUMENTED
                .matcher(Files.readString(Path.of("docs/observability.md")))
                .results()
                .map(match -> match.group(1).replace('.', '_'))
                .collect(Collectors.toSet());
        Set<String> used = METRIC.matcher(alert.expression())
                .results()
                .map(match -> match.group())
                .collect(Collectors.toSet());

        assertThat(used).isNotEmpty().allMatch(metric -> ours.contains(metric) || OF_OTHERS.contains(metric));
    }

    @ParameterizedTest
    @MethodSource("alerts")
    void theRunbookSaysWhatToDo(Alert alert) throws IOException {
        assertThat(alert.severity()).isIn("page", "ticket");
        String[] place = alert.runbook().split("#");
        String section = Stream.of(Files.readString(Path.of(place[0])).split("(?m)^## "))
                .filter(text -> anchor(text.lines().findFirst().orElse("")).equals(place[1]))
                .findFirst()
                .orElseThrow(() -> new AssertionError("There is no section " + place[1]));

        assertThat(section).contains("**Means:**", "**People notice:**", "**See more:**", "**Do:**", "**Wake:**");
    }

    private static String anchor(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
