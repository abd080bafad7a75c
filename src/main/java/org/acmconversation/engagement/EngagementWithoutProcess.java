package org.acmconversation.engagement;

import java.time.Instant;
import java.util.UUID;

/**
 * An engagement whose process instance was deleted before the engagement had ended.
 *
 * @param processInstanceId the instance that is gone
 * @param foundAt when the check found it first
 */
public record EngagementWithoutProcess(UUID engagementId, String processInstanceId, Instant foundAt) {}
