package org.acmconversation.erasure;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.acmconversation.engine.instance.ExpiredProcesses;
import org.acmconversation.expiry.Expiring;
import org.acmconversation.expiry.RetentionProperties;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Engagements that ended longer than {@code acm.retention.engagements} ago and whose processes have left the engine's
 * history, with their rows in all tables that have a column {@code engagement_id}. Not those on legal hold, and not the
 * audit trail, which has a retention of its own. The portfolio's figures keep counting them.
 */
@Component
@Order(2)
class ExpiredEngagements implements Expiring {

    private static final int ENGAGEMENTS_AT_ONCE = 100;

    private static final String EXPIRED = """
            select id from engagement
            where status <> 'RUNNING' and ended_at < :before
              and id not in (select engagement_id from legal_hold)
              and id not in (select engagement_id from engagement_without_process)
              and \
            """ + ExpiredProcesses.areGone("cast(engagement.id as varchar)");

    private final JdbcClient jdbc;
    private final RetentionProperties retention;

    ExpiredEngagements(JdbcClient jdbc, RetentionProperties retention) {
        this.jdbc = jdbc;
        this.retention = retention;
    }

    @Override
    public Map<String, Long> count(Instant now) {
        Map<String, Long> rows = new HashMap<>();
        tables().forEach(table -> rows.put(
                table, count("select count(*) from " + table + " where engagement_id in (" + EXPIRED + ")", now)));
        rows.put("engagement", count("select count(*) from (" + EXPIRED + ") expired", now));
        return rows;
    }

    private long count(String statement, Instant now) {
        return jdbc.sql(statement)
                .param("before", before(now))
                .query(Long.class)
                .single();
    }

    @Override
    public Map<String, Long> deleteSome(Instant now) {
        List<UUID> ids = jdbc.sql(EXPIRED + " order by ended_at limit " + ENGAGEMENTS_AT_ONCE + " for update")
                .param("before", before(now))
                .query(UUID.class)
                .list();
        // Whoever sets a hold has the engagement locked, so this statement sees holds that the first one did not.
        ids.removeAll(jdbc.sql("select engagement_id from legal_hold")
                .query(UUID.class)
                .list());
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<String, Long> rows = new HashMap<>();
        tables().forEach(table -> rows.put(table, delete(table, "engagement_id", ids)));
        rows.put("engagement", delete("engagement", "id", ids));
        return rows;
    }

    private long delete(String table, String column, List<UUID> ids) {
        return jdbc.sql("delete from %s where %s in (:ids)".formatted(table, column))
                .param("ids", ids)
                .update();
    }

    private OffsetDateTime before(Instant now) {
        return now.minus(retention.engagements()).atOffset(ZoneOffset.UTC);
    }

    /**
     * A new table takes part by itself. A table that belongs to another one has its name as a prefix, and comes before
     * it because its rows refer to the other's.
     */
    private List<String> tables() {
        return jdbc.sql("""
                        select lower(table_name) from information_schema.columns
                        where lower(column_name) = 'engagement_id' and table_schema = current_schema
                          and lower(table_name) <> 'audit_entry'
                        order by 1 desc
                        """).query(String.class).list();
    }
}
