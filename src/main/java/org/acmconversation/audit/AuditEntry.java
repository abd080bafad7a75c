package org.acmconversation.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the audit trail: one action of a person or client.
 *
 * @param id time-ordered
 * @param at time of the action
 * @param actor the login name; for a failed login, the name that was sent
 * @param action object type and operation: {@code task.claim}, {@code login.fail}
 * @param objectId id of the object, or null
 * @param engagementId the object's engagement, or null
 * @param clientAddress the client's network address, or null
 * @param detail further data, depending on the action
 */
public record AuditEntry(
        long id,
        Instant at,
        String actor,
        String action,
        @Nullable String objectId,
        @Nullable UUID engagementId,
        @Nullable String clientAddress,
        Map<String, Object> detail) {}
