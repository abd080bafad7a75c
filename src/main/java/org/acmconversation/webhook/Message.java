package org.acmconversation.webhook;

import java.util.UUID;

/**
 * A message that this node has claimed.
 *
 * @param attempts number of attempts, including the current one
 */
record Message(UUID id, UUID engagementId, long number, String body, int attempts) {}
