package org.acmconversation.idempotency;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The first response to a request with a key.
 *
 * @param requestDigest identifies the request
 * @param resourceId the resource that was created; null if it has no address of its own
 * @param body the resource as it was then, in JSON; null if it was erased
 */
record StoredResponse(
        String requestDigest,
        @Nullable UUID resourceId,
        @Nullable String body) {}
