package org.acmconversation.engagement;

import static org.acmconversation.database.Timestamps.requiredInstant;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores the results of {@link ProcessCheck}. A row is valid only while the engagement is unchanged. */
@Repository
class ProcessCheckRepository {

    private static final String FOUND = """
             from engagement_without_process found join engagement on engagement.id = found.engagement_id
            where (engagement.status = 'RUNNING' or engagement.withdrawal_pending)
              and engagement.process_instance_id = found.process_instance_id
            """;

    private final JdbcClient jdbc;

    ProcessCheckRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<EngagementWithoutProcess> first(int limit) {
        return query(" fetch first %d rows only".formatted(limit));
    }

    long count() {
        return jdbc.sql("select count(*)" + FOUND).query(Long.class).single();
    }

    /**
     * Replaces the previous result.
     *
     * @return those that the previous result did not contain
     */
    List<Engagement> replace(List<Engagement> found, Instant at) {
        Map<UUID, Instant> known = query("").stream()
                .collect(Collectors.toMap(EngagementWithoutProcess::engagementId, EngagementWithoutProcess::foundAt));
        jdbc.sql("delete from engagement_without_process").update();
        found.forEach(engagement -> insert(engagement, known.getOrDefault(engagement.id(), at)));
        return found.stream()
                .filter(engagement -> !known.containsKey(engagement.id()))
                .toList();
    }

    private List<EngagementWithoutProcess> query(String limit) {
        return jdbc.sql("select found.engagement_id, found.process_instance_id, found.found_at" + FOUND
                        + "order by found_at, engagement_id" + limit)
                .query((row, number) -> new EngagementWithoutProcess(
                        row.getObject("engagement_id", UUID.class),
                        row.getString("process_instance_id"),
                        requiredInstant(row, "found_at")))
                .list();
    }

    private void insert(Engagement engagement, Instant at) {
        jdbc.sql("""
                        insert into engagement_without_process (engagement_id, process_instance_id, found_at)
                        values (:engagementId, :processInstanceId, :foundAt)
                        """)
                .param("engagementId", engagement.id())
                .param("processInstanceId", engagement.processInstanceId())
                .param("foundAt", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
