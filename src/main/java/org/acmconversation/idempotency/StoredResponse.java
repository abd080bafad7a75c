package org.acmconversation.idempotency;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The first response to a request with a key.
 *
 * @param requestDigest identifies the request
 * @param resourceId the resource that was created; null if it has no URL
 * @param body the resource as JSON, as it was then; null if it was erased
 */
record StoredResponse(
        String requestDigest,
        @Nullable UUID resourceId,
        @Nullable String body) {}
