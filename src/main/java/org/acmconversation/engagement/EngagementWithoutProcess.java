package org.acmconversation.engagement;

import java.time.Instant;
import java.util.UUID;

/**
 * An engagement whose process instance was deleted before the engagement had ended.
 *
 * @param processInstanceId the deleted process instance
 * @param foundAt when the check first found it
 */
public record EngagementWithoutProcess(UUID engagementId, String processInstanceId, Instant foundAt) {}
