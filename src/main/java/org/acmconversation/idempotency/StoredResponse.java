package org.acmconversation.idempotency;

import java.util.UUID;

/**
 * The first response to a request with a key.
 *
 * @param requestDigest identifies the request
 * @param resourceId the resource that was created
 * @param body the resource as it was then, in JSON
 */
record StoredResponse(String requestDigest, UUID resourceId, String body) {}
