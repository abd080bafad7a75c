package org.acmconversation.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Which entries of the audit trail someone asks for; null asks for any.
 *
 * @param from the first instant, inclusive
 * @param to the last instant, exclusive
 * @param action the whole action, or its kind of thing alone: {@code task} finds {@code task.claim}
 */
public record AuditQuery(Instant from, Instant to, String actor, String action, UUID engagementId) {

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
