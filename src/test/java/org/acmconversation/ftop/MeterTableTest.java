package org.acmconversation.ftop;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.acmconversation.ftop.simulator.Fault;
import org.acmconversation.retention.Retention;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** docs/observability.md lists exactly our own meters. */
class MeterTableTest extends WithSimulatedFtop {

    private static final Pattern ROW =
            Pattern.compile("\\| `(acm\\.[a-z.]+)` \\| (gauge|timer|counter) \\| ([^|]*)\\| .*");
    private static final Pattern TAG = Pattern.compile("(?:^|[;,] )`([a-z]+)`(?=[:,; ]|$)");

    @Autowired
    MeterRegistry meters;

    @Autowired
    Ftop ftop;

    @Autowired
    FtopJobs jobs;

    @Autowired
    Retention retention;

    @Autowired
    JdbcClient jdbc;

    @Test
    void documentedMetersMatchTheService() throws IOException {
        started();
        eventually().until(() -> meters.find("acm.step").timer() != null);
        jdbc.sql(
                        "insert into absence (id, person, from_day, until_day) values (random_uuid(), 'ana', date '2020-01-01', date '2020-01-02')")
                .update();
        retention.start();
        eventually().until(() -> meters.find("acm.retention.deleted").counter() != null);

        assertThat(registered()).isEqualTo(documented());
    }

    @Test
    void callsAreTimedByOutcome() {
        FTOP.faults().next(Fault.FAIL);
        FtopKey key = new FtopKey(start(), "4047");
        eventually().until(() -> task(key) != null && task(key).waiting() != null);

        assertThat(meters.get("acm.ftop.calls")
                        .tags("operation", "create", "outcome", "failed")
                        .timer()
                        .count())
                .isPositive();
        eventually().until(() -> meters.get("acm.ftop.tasks.waiting").gauge().value() >= 1);
        eventually().until(() -> {
            jobs.runAgain(key);
            return task(key).isAcknowledged();
        });
        eventually().until(() -> meters.get("acm.ftop.tasks.waiting").gauge().value() == 0);
        assertThat(ftop.open(null, 1)).isNotNull();
        assertThat(meters.get("acm.ftop.calls")
                        .tags("operation", "page", "outcome", "completed")
                        .timer()
                        .count())
                .isPositive();
    }

    @Test
    void showsOneStateOfTheCircuitBreaker() {
        assertThat(meters.get("acm.ftop.circuit").gauges())
                .extracting(gauge -> gauge.getId().getTag("state"))
                .containsExactlyInAnyOrder("closed", "open", "half_open");
        assertThat(meters.get("acm.ftop.circuit").gauges().stream()
                        .mapToDouble(gauge -> gauge.value())
                        .sum())
                .isEqualTo(1);
    }

    private Map<String, String> registered() {
        Map<String, String> found = new TreeMap<>();
        for (Meter meter : meters.getMeters()) {
            Meter.Id id = meter.getId();
            if (id.getName().startsWith("acm.")) {
                Set<String> tags = id.getTags().stream().map(Tag::getKey).collect(Collectors.toSet());
                found.put(id.getName(), described(id.getType().name(), tags));
            }
        }
        return found;
    }

    private static Map<String, String> documented() throws IOException {
        Map<String, String> found = new TreeMap<>();
        List<String> lines = Files.readAllLines(Path.of("docs/observability.md"));
        for (String line : lines) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                found.put(row.group(1), described(row.group(2), tags(row.group(3))));
            }
        }
        return found;
    }

    /** Parses the tag names, which may be followed by values. */
    private static Set<String> tags(String cell) {
        return Pattern.compile("; ")
                .splitAsStream(cell.strip())
                .map(part -> part.contains(":") ? part.substring(0, part.indexOf(':')) : part)
                .flatMap(names -> TAG.matcher(names).results().map(tag -> tag.group(1)))
                .collect(Collectors.toSet());
    }

    private static String described(String type, Set<String> tags) {
        return type.toLowerCase(Locale.ROOT) + new TreeSet<>(tags);
    }
}
