package org.acmconversation.erasure;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The erasure of an engagement's personal data; once it is done, the receipt.
 *
 * @param rows number of rows that were changed or deleted, by table
 */
public record Erasure(
        UUID engagementId,
        State state,
        String requestedBy,
        Instant requestedAt,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        @Nullable Instant erasedAt,
        Map<String, Integer> rows) {

    /** Progress of an erasure. */
    public enum State {
        /** Another administrator has to confirm it. */
        REQUESTED,
        /** The engagement's process has to end first. */
        CONFIRMED,
        ERASED
    }
}
