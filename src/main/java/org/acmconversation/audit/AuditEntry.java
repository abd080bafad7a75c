package org.acmconversation.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something that someone did.
 *
 * @param id grows with time
 * @param at when
 * @param actor the name that they log in with; of a failed login the name as it was given
 * @param action what, as kind of thing and operation: {@code task.claim}, {@code login.fail}
 * @param objectId id of the thing, or null
 * @param engagementId the engagement that it belongs to, or null
 * @param clientAddress the network address that the request came from, or null
 * @param detail what else there is to know, by the kind of action
 */
public record AuditEntry(
        long id,
        Instant at,
        String actor,
        String action,
        String objectId,
        UUID engagementId,
        String clientAddress,
        Map<String, Object> detail) {}
