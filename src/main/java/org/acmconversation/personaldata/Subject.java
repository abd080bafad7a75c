package org.acmconversation.personaldata;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Whose data to export or erase.
 *
 * @param taskIds ids of all tasks that the engagement has had
 */
public record Subject(UUID engagementId, Set<String> taskIds) {

    /** Makes a defensive copy of the ids. */
    public Subject {
        taskIds = Set.copyOf(taskIds);
    }

    /**
     * Parameters of SQL statements: {@code engagementId}, and {@code ids}, the engagement's and the tasks' ids as text.
     */
    public Map<String, Object> parameters() {
        Set<String> ids = new LinkedHashSet<>(taskIds);
        ids.add(engagementId.toString());
        return Map.of("engagementId", engagementId, "ids", ids);
    }
}
