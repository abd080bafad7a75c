package org.acmconversation.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the countries whose deadlines must move, and the progress. Updates for an outdated change do nothing. */
@Repository
class PendingDeadlineMoves {

    private final JdbcClient jdbc;
    private final Clock clock;

    PendingDeadlineMoves(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Starts, or restarts, with the first engagement. */
    void begin(String country) {
        int known = write(country, """
                update moving_deadlines
                set change_id = :changeId, changed_at = :now, looking_again = false, moved_to = null
                where country = :country
                """);
        if (known == 0) {
            write(country, """
                    insert into moving_deadlines (country, change_id, changed_at, looking_again)
                    values (:country, :changeId, :now, false)
                    """);
        }
    }

    private int write(String country, String statement) {
        return jdbc.sql(statement)
                .param("country", country)
                .param("changeId", UUID.randomUUID())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** @param changed changes up to this time are due for the second pass */
    Optional<PendingDeadlineMove> next(Instant changed) {
        return jdbc.sql("""
                        select country, change_id, looking_again, moved_to from moving_deadlines
                        where not looking_again or changed_at <= :changed
                        order by looking_again, changed_at limit 1
                        """)
                .param("changed", changed.atOffset(ZoneOffset.UTC))
                .query(PendingDeadlineMoves::move)
                .optional();
    }

    void saveProgress(UUID engagementId, PendingDeadlineMove move) {
        jdbc.sql("update moving_deadlines set moved_to = :engagementId where change_id = :changeId")
                .param("engagementId", engagementId)
                .param("changeId", move.changeId())
                .update();
    }

    void startSecondPass(PendingDeadlineMove move) {
        jdbc.sql("update moving_deadlines set looking_again = true, moved_to = null where change_id = :changeId")
                .param("changeId", move.changeId())
                .update();
    }

    void end(PendingDeadlineMove move) {
        jdbc.sql("delete from moving_deadlines where change_id = :changeId")
                .param("changeId", move.changeId())
                .update();
    }

    private static PendingDeadlineMove move(ResultSet row, int number) throws SQLException {
        return new PendingDeadlineMove(
                row.getString("country"),
                row.getObject("change_id", UUID.class),
                row.getBoolean("looking_again"),
                row.getObject("moved_to", UUID.class));
    }
}
