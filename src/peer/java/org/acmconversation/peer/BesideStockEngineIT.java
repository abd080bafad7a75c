package org.acmconversation.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Camunda's tests have the same results with our persistence as on a stock engine, or the list explains why not. */
class BesideStockEngineIT {

    private static final Path LIST = Path.of("src/peer/differences.txt");
    private static final Path RESULTS = Path.of("target/peer").toAbsolutePath();
    /** Some tests need files of Camunda's build, or the state left by earlier classes. */
    private static final int MAX_FAILING_PERCENT = 5;

    private static final Pattern CLASS = Pattern.compile(".*\\(([\\w.]+)\\)|([\\w.]+)");

    @Test
    void allTestsMatchAStockEngineOnH2() throws Exception {
        String url = "jdbc:h2:mem:camunda;DB_CLOSE_DELAY=1000;LOCK_TIMEOUT=10000";
        assertSame(Database.H2, EngineTests.all(), List.of(url, url, url, url));
    }

    @Test
    void persistenceTestsMatchAStockEngineOnPostgreSql() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", "300")
                .start()) {
            List<String> urls = List.of(
                    newDatabase(server, "stock"),
                    newDatabase(server, "ours"),
                    newDatabase(server, "stock_again"),
                    newDatabase(server, "ours_again"));
            assertSame(Database.POSTGRESQL, EngineTests.relevant(), urls);
        }
    }

    private static String newDatabase(EmbeddedPostgres server, String name) throws Exception {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return server.getJdbcUrl("postgres", name);
    }

    /** Runs differing tests again on their own, to exclude races and leftovers of other tests. */
    private static void assertSame(Database database, List<String> classes, List<String> urls) throws Exception {
        Path results = RESULTS.resolve(database.name().toLowerCase(Locale.ROOT));
        Map<String, Outcome> found =
                new TreeMap<>(differences(results.resolve("all"), classes, urls.get(0), urls.get(1)));
        Set<String> differing = new TreeSet<>();
        found.keySet().forEach(test -> differing.add(classOf(test)));
        if (!differing.isEmpty()) {
            found.keySet()
                    .retainAll(differences(results.resolve("again"), differing, urls.get(2), urls.get(3))
                            .keySet());
        }
        List<ExpectedDifference> expected = ExpectedDifference.read(LIST, database);
        assertThat(found)
                .as("differences that %s does not explain; %s has the traces", LIST, results)
                .allSatisfy((test, ours) -> assertThat(expected).anyMatch(entry -> entry.matches(test, ours)));
        assertThat(expected)
                .as("entries of %s that are still needed", LIST)
                .allMatch(entry -> found.entrySet().stream()
                        .anyMatch(difference -> entry.matches(difference.getKey(), difference.getValue())));
    }

    private static Map<String, Outcome> differences(
            Path results, Collection<String> classes, String stockUrl, String ourUrl)
            throws IOException, InterruptedException {
        try (var stock = Suite.start(results.resolve("stock"), classes, stockUrl, false);
                var ours = Suite.start(results.resolve("ours"), classes, ourUrl, true)) {
            Map<String, Outcome> expected = stock.outcomes();
            assertThat(expected.values())
                    .as("tests that fail on a stock engine, too, and show nothing: see the traces in %s", results)
                    .filteredOn(outcome -> outcome.ending() == Outcome.Ending.FAILED)
                    .hasSizeLessThan(expected.size() * MAX_FAILING_PERCENT / 100);
            return Differences.between(expected, ours.outcomes());
        }
    }

    private static String classOf(String test) {
        Matcher name = CLASS.matcher(test);
        if (!name.matches()) {
            throw new IllegalStateException("Not the name of a test: " + test);
        }
        return name.group(1) == null ? name.group(2) : name.group(1);
    }
}
