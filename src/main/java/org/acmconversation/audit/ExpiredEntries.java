package org.acmconversation.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.acmconversation.database.DatabaseProduct;
import org.acmconversation.expiry.Expiring;
import org.acmconversation.expiry.RetentionProperties;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Entries older than {@code acm.retention.audit}, unless they are about an engagement on legal hold. On PostgreSQL the
 * service may not delete entries itself; it calls a function of the table's owner, which refuses young ones.
 */
@Component
@Order(3)
class ExpiredEntries implements Expiring {

    private static final String ENTRIES = "audit_entry";
    private static final String DETAILS = "audit_detail";
    private static final String EXPIRED =
            "occurred_at < :before and (engagement_id is null or engagement_id not in (select engagement_id from legal_hold))";

    private final JdbcClient jdbc;
    private final RetentionProperties retention;
    private final boolean postgreSql;

    ExpiredEntries(JdbcClient jdbc, DataSource database, RetentionProperties retention) throws MetaDataAccessException {
        this.jdbc = jdbc;
        this.retention = retention;
        this.postgreSql = DatabaseProduct.of(database) == DatabaseDriver.POSTGRESQL;
    }

    @Override
    public Map<String, Long> count(Instant now) {
        return Map.of(
                ENTRIES, count("select count(*) from audit_entry where " + EXPIRED, now),
                DETAILS,
                        count(
                                "select count(*) from audit_detail where audit_entry_id in"
                                        + " (select id from audit_entry where " + EXPIRED + ")",
                                now));
    }

    private long count(String statement, Instant now) {
        return jdbc.sql(statement)
                .param("before", now.minus(retention.audit()).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    @Override
    public Map<String, Long> deleteSome(Instant now) {
        List<Long> expired = jdbc.sql("select id from audit_entry where %s order by occurred_at limit %d"
                        .formatted(EXPIRED, ROWS_AT_ONCE))
                .param("before", now.minus(retention.audit()).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .list();
        List<Long> ids = expired.isEmpty() ? expired : withoutHeld(expired);
        if (ids.isEmpty()) {
            return Map.of();
        }
        long details = jdbc.sql("delete from audit_detail where audit_entry_id in (:ids)")
                .param("ids", ids)
                .update();
        return Map.of(DETAILS, details, ENTRIES, deleteEntries(ids));
    }

    /** Whoever sets a hold has the engagement locked, so the second statement sees holds that were set meanwhile. */
    private List<Long> withoutHeld(List<Long> entries) {
        jdbc.sql("select id from engagement where id in (select engagement_id from audit_entry where id in (:entries))"
                        + " order by id for update")
                .param("entries", entries)
                .query(UUID.class)
                .list();
        return jdbc.sql("select id from audit_entry where id in (:entries) and (engagement_id is null"
                        + " or engagement_id not in (select engagement_id from legal_hold))")
                .param("entries", entries)
                .query(Long.class)
                .list();
    }

    private long deleteEntries(List<Long> ids) {
        return postgreSql
                ? jdbc.sql("select delete_expired_audit_entries(:ids)")
                        .param("ids", ids.toArray(Long[]::new))
                        .query(Long.class)
                        .single()
                : jdbc.sql("delete from audit_entry where id in (:ids)")
                        .param("ids", ids)
                        .update();
    }
}
