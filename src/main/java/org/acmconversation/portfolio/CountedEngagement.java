package org.acmconversation.portfolio;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An engagement as it is counted. */
record CountedEngagement(
        UUID id,
        String segment,
        List<String> services,
        List<String> initiatives,
        String status,
        Instant startedAt,
        @Nullable Instant endedAt) {}
