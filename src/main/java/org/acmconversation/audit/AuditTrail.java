package org.acmconversation.audit;

import static org.acmconversation.database.Timestamps.requiredInstant;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.acmconversation.database.PageRequest;
import org.acmconversation.database.StoredJson;
import org.acmconversation.problem.StorableText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Stores the audit trail. An entry is written in the transaction of the action that it records. On PostgreSQL, entries
 * can be added but not changed or deleted; their details are in a table of their own, which can be erased.
 */
@Component
public class AuditTrail {

    /** The actor if nobody is logged in. */
    private static final String SYSTEM = "system";

    private static final int MAX_ACTOR = 255;
    private static final String SELECT = """
            select id, occurred_at, actor, action, object_id, engagement_id, client_address, content
            from audit_entry left join audit_detail on audit_entry_id = id""";
    private static final int ROWS_AT_ONCE = 500;
    private static final TypeReference<Map<String, Object>> DETAIL = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JdbcClient cursor;
    private final StoredJson json;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, DataSource dataSource, StoredJson json, Clock clock) {
        this.jdbc = jdbc;
        var rowByRow = new JdbcTemplate(dataSource);
        rowByRow.setFetchSize(ROWS_AT_ONCE);
        this.cursor = JdbcClient.create(rowByRow);
        this.json = json;
        this.clock = clock;
    }

    /**
     * Records an action of the current user.
     *
     * @param action object type and operation, such as {@code dead-letter.replay}
     * @param objectId id of the object, or null
     * @param engagementId the object's engagement, or null
     * @param detail plain data, without secrets
     */
    public void recordOfCaller(
            String action, @Nullable String objectId, @Nullable UUID engagementId, Map<String, ?> detail) {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        record(caller == null ? SYSTEM : caller.getName(), action, objectId, engagementId, detail);
    }

    /**
     * Records an action.
     *
     * @param action object type and operation, such as {@code task.claim}
     * @param objectId id of the object, or null
     * @param engagementId the object's engagement, or null
     * @param detail plain data, without secrets
     */
    public void record(
            String actor,
            String action,
            @Nullable String objectId,
            @Nullable UUID engagementId,
            Map<String, ?> detail) {
        var id = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into audit_entry
                          (occurred_at, actor, action, object_id, engagement_id, client_address, detail)
                        values (:occurredAt, :actor, :action, :objectId, :engagementId, :clientAddress, '{}')
                        """)
                .param("occurredAt", OffsetDateTime.now(clock))
                .param("actor", storable(actor))
                .param("action", action)
                .param("objectId", objectId)
                .param("engagementId", engagementId)
                .param("clientAddress", clientAddress())
                .update(id, "id");
        if (!detail.isEmpty()) {
            jdbc.sql("insert into audit_detail (audit_entry_id, content) values (:id, :content)")
                    .param("id", id.getKey())
                    .param("content", json.write(detail))
                    .update();
        }
    }

    /** The name of a failed login may be anything. */
    private static String storable(String actor) {
        String text = StorableText.isStorable(actor) ? actor : actor.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
        return text.substring(0, Math.min(text.length(), MAX_ACTOR));
    }

    private static @Nullable String clientAddress() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest().getRemoteAddr()
                : null;
    }

    /** Returns a page of entries, newest first, and their total from the same snapshot. */
    @Transactional(readOnly = true, isolation = Isolation.SERIALIZABLE)
    public AuditPage find(AuditQuery query, PageRequest request) {
        long total = jdbc.sql("select count(*) from audit_entry" + query.conditions())
                .params(query.parameters())
                .query(Long.class)
                .single();
        List<AuditEntry> items = jdbc.sql(
                        SELECT + query.conditions() + " order by occurred_at desc, id desc limit :limit offset :offset")
                .params(query.parameters())
                .param("limit", request.size())
                .param("offset", request.offset())
                .query(this::entry)
                .list();
        return new AuditPage(items, request.page(), request.size(), total);
    }

    /** Streams all matching entries, oldest first. */
    @Transactional(readOnly = true)
    public void forEach(AuditQuery query, Consumer<AuditEntry> reader) {
        cursor.sql(SELECT + query.conditions() + " order by occurred_at, id")
                .params(query.parameters())
                .query(row -> {
                    reader.accept(entry(row, row.getRow()));
                });
    }

    private AuditEntry entry(ResultSet row, int number) throws SQLException {
        String detail = row.getString("content");
        return new AuditEntry(
                row.getLong("id"),
                requiredInstant(row, "occurred_at"),
                row.getString("actor"),
                row.getString("action"),
                row.getString("object_id"),
                row.getObject("engagement_id", UUID.class),
                row.getString("client_address"),
                detail == null ? Map.of() : json.read(detail, DETAIL));
    }
}
