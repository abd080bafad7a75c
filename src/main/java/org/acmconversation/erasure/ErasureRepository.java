package org.acmconversation.erasure;

import static org.acmconversation.database.Timestamps.instant;
import static org.acmconversation.database.Timestamps.requiredInstant;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.acmconversation.database.StoredJson;
import org.acmconversation.engagement.BusinessKey;
import org.acmconversation.erasure.Erasure.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores erasures and holds. Whoever writes has locked the engagement. */
@Repository
class ErasureRepository {

    private static final TypeReference<TreeMap<String, Integer>> ROWS = new TypeReference<>() {};

    private static final String SELECT = """
            select engagement_id, requested_by, requested_at, confirmed_by, confirmed_at, erased_at, receipt
            from erasure
            """;

    private final JdbcClient jdbc;
    private final StoredJson json;
    private final Clock clock;

    ErasureRepository(JdbcClient jdbc, StoredJson json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    Optional<Erasure> find(UUID engagementId) {
        return jdbc.sql(SELECT + "where engagement_id = :id")
                .param("id", engagementId)
                .query(this::erasure)
                .optional();
    }

    /** Engagements whose erasure waits for the end of their process. */
    List<UUID> confirmed() {
        return jdbc.sql("""
                        select engagement_id from erasure
                        where confirmed_at is not null and erased_at is null order by confirmed_at
                        """).query(UUID.class).list();
    }

    void request(UUID engagementId, String reason, String caller) {
        jdbc.sql("""
                        insert into erasure (engagement_id, reason, requested_by, requested_at)
                        values (:id, :reason, :caller, :now)
                        """)
                .param("id", engagementId)
                .param("reason", reason)
                .param("caller", caller)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    void confirm(UUID engagementId, String caller) {
        jdbc.sql("update erasure set confirmed_by = :caller, confirmed_at = :now where engagement_id = :id")
                .param("id", engagementId)
                .param("caller", caller)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Stores the receipt. */
    void complete(UUID engagementId, Map<String, Integer> rows) {
        jdbc.sql("update erasure set erased_at = :now, receipt = :receipt where engagement_id = :id")
                .param("id", engagementId)
                .param("now", OffsetDateTime.now(clock))
                .param("receipt", json.write(new TreeMap<>(rows)))
                .update();
    }

    void delete(UUID engagementId) {
        jdbc.sql("delete from erasure where engagement_id = :id")
                .param("id", engagementId)
                .update();
    }

    Optional<LegalHold> findHold(UUID engagementId) {
        return jdbc.sql("select engagement_id, reason, held_by, held_at from legal_hold where engagement_id = :id")
                .param("id", engagementId)
                .query((row, number) -> new LegalHold(
                        row.getObject("engagement_id", UUID.class),
                        row.getString("reason"),
                        row.getString("held_by"),
                        requiredInstant(row, "held_at")))
                .optional();
    }

    /** Ids of all engagements on hold: business keys of their processes. */
    List<String> held() {
        return jdbc.sql("select engagement_id from legal_hold")
                .query(String.class)
                .list();
    }

    /**
     * Locks engagements, so that nobody can set a hold before the transaction ends.
     *
     * @param businessKeys business keys of processes
     * @return the business keys of all engagements on hold by then
     */
    List<String> lockAndFindHeld(Collection<String> businessKeys) {
        List<UUID> ids = businessKeys.stream()
                .flatMap(key -> BusinessKey.engagementId(key).stream())
                .toList();
        if (!ids.isEmpty()) {
            jdbc.sql("select id from engagement where id in (:ids) order by id for update")
                    .param("ids", ids)
                    .query(UUID.class)
                    .list();
        }
        return held();
    }

    void hold(UUID engagementId, String reason, String caller) {
        release(engagementId);
        jdbc.sql(
                        "insert into legal_hold (engagement_id, reason, held_by, held_at) values (:id, :reason, :caller, :now)")
                .param("id", engagementId)
                .param("reason", reason)
                .param("caller", caller)
                .param("now", OffsetDateTime.now(clock))
                .update();
    }

    /** Returns false if the engagement was not held. */
    boolean release(UUID engagementId) {
        return jdbc.sql("delete from legal_hold where engagement_id = :id")
                        .param("id", engagementId)
                        .update()
                == 1;
    }

    private Erasure erasure(ResultSet row, int number) throws SQLException {
        Instant confirmedAt = instant(row, "confirmed_at");
        Instant erasedAt = instant(row, "erased_at");
        String receipt = row.getString("receipt");
        return new Erasure(
                row.getObject("engagement_id", UUID.class),
                erasedAt != null ? State.ERASED : confirmedAt != null ? State.CONFIRMED : State.REQUESTED,
                row.getString("requested_by"),
                requiredInstant(row, "requested_at"),
                row.getString("confirmed_by"),
                confirmedAt,
                erasedAt,
                receipt == null ? Map.of() : json.read(receipt, ROWS));
    }
}
