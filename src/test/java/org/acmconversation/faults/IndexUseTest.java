package org.acmconversation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * No growing table is scanned during conversations. Sequential scans are made prohibitively expensive for PostgreSQL,
 * so that it scans even a small table only if no index fits.
 */
@Tag("faults")
class IndexUseTest {

    @Test
    void conversationsScanNoGrowingTable() throws IOException, InterruptedException, SQLException {
        try (var run = new FaultRun(1, "-c enable_seqscan=off")) {
            run.run(5, 0, 0);
            Map<String, Long> before = scans(run.jdbcUrl());

            FaultRun.Result result = run.run(20, 0, 0);

            assertThat(result.verdict()).isEqualTo(new Verdict());
            Map<String, Long> after = scans(run.jdbcUrl());
            before.forEach((table, scans) -> after.computeIfPresent(table, (name, all) -> all - scans));
            after.values().removeIf(scans -> scans == 0);
            assertThat(after).as("tables, and how often they were scanned").isEmpty();
        }
    }

    private static Map<String, Long> scans(String jdbcUrl) throws SQLException {
        Map<String, Long> scans = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(jdbcUrl, "postgres", "");
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("select relname, seq_scan from pg_stat_user_tables")) {
            while (tables.next()) {
                scans.put(tables.getString(1), tables.getLong(2));
            }
        }
        return scans;
    }
}
