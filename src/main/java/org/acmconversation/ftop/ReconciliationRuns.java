package org.acmconversation.ftop;

import static org.acmconversation.database.Timestamps.requiredInstant;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.acmconversation.database.StoredJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Stores the reconciliations with FTOP of the last month. */
@Repository
class ReconciliationRuns {

    private static final Duration KEPT = Duration.ofDays(30);

    private static final String SELECT = """
            select id, started_at, ended_at, compared, repaired, unrepaired, asked_again, failure,
              differences
            from ftop_reconciliation
            """;

    private final JdbcClient jdbc;
    private final StoredJson json;

    ReconciliationRuns(JdbcClient jdbc, StoredJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Transactional
    void add(ReconciliationRun run) {
        jdbc.sql("delete from ftop_reconciliation where started_at < :before")
                .param("before", run.startedAt().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        insert into ftop_reconciliation (id, started_at, ended_at, compared, repaired, unrepaired,
                                                         asked_again, failure, differences)
                        values (:id, :startedAt, :endedAt, :compared, :repaired, :unrepaired,
                                :askedAgain, :failure, :differences)
                        """)
                .param("id", run.id())
                .param("startedAt", run.startedAt().atOffset(ZoneOffset.UTC))
                .param("endedAt", run.endedAt().atOffset(ZoneOffset.UTC))
                .param("compared", run.compared())
                .param("repaired", run.repaired())
                .param("unrepaired", run.unrepaired())
                .param("askedAgain", run.askedAgain())
                .param("failure", run.failure() == null ? null : run.failure().name())
                .param("differences", json.write(run.differences()))
                .update();
    }

    Optional<ReconciliationRun> latest() {
        return jdbc.sql(SELECT + "order by started_at desc fetch first 1 row only")
                .query(this::run)
                .optional();
    }

    private ReconciliationRun run(ResultSet row, int number) throws SQLException {
        String failure = row.getString("failure");
        return new ReconciliationRun(
                row.getObject("id", UUID.class),
                requiredInstant(row, "started_at"),
                requiredInstant(row, "ended_at"),
                row.getLong("compared"),
                row.getInt("repaired"),
                row.getInt("unrepaired"),
                row.getInt("asked_again"),
                failure == null ? null : FtopUnavailableException.Kind.valueOf(failure),
                json.read(row.getString("differences"), new TypeReference<>() {}));
    }
}
