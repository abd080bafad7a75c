package org.acmconversation.portfolio;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.acmconversation.engagement.Location;
import org.jspecify.annotations.Nullable;

/** The values of an engagement that the portfolio counts. */
record CountedEngagement(
        UUID id,
        String segment,
        List<String> services,
        List<String> initiatives,
        String status,
        Instant startedAt,
        @Nullable Instant endedAt,
        Location place) {}
