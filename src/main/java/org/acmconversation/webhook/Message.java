package org.acmconversation.webhook;

import java.util.UUID;

/**
 * A message that this node is about to send.
 *
 * @param attempts how often it was sent, this time included
 */
record Message(UUID id, UUID engagementId, long number, String body, int attempts) {}
