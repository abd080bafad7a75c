package org.acmconversation.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A query of the audit trail; null matches everything.
 *
 * @param from earliest time, inclusive
 * @param to latest time, exclusive
 * @param action an action, or only its object type: {@code task} matches {@code task.claim}
 */
public record AuditQuery(
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable String actor,
        @Nullable String action,
        @Nullable UUID engagementId) {

    String conditions() {
        var conditions = new StringBuilder(" where true");
        if (from != null) {
            conditions.append(" and occurred_at >= :from");
        }
        if (to != null) {
            conditions.append(" and occurred_at < :to");
        }
        if (actor != null) {
            conditions.append(" and actor = :actor");
        }
        if (action != null) {
            conditions.append(" and (action = :action or substring(action, 1, length(:action) + 1) = :kind)");
        }
        if (engagementId != null) {
            conditions.append(" and engagement_id = :engagementId");
        }
        return conditions.toString();
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        if (from != null) {
            parameters.put("from", from.atOffset(ZoneOffset.UTC));
        }
        if (to != null) {
            parameters.put("to", to.atOffset(ZoneOffset.UTC));
        }
        if (actor != null) {
            parameters.put("actor", actor);
        }
        if (action != null) {
            parameters.put("action", action);
            parameters.put("kind", action + ".");
        }
        if (engagementId != null) {
            parameters.put("engagementId", engagementId);
        }
        return parameters;
    }
}
