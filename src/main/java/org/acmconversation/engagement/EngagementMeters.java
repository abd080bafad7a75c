package org.acmconversation.engagement;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.acmconversation.operations.CachedQueries;
import org.acmconversation.operations.CachedQuery;
import org.springframework.stereotype.Component;

/** Counts engagements by status, and shows when the last one was started. */
@Component
class EngagementMeters {

    EngagementMeters(EngagementRepository repository, Clock clock, CachedQueries queries) {
        CachedQuery<Map<EngagementStatus, Long>> counts = queries.of(repository::countByStatus);
        for (EngagementStatus status : EngagementStatus.values()) {
            counts.gauge(
                    "acm.engagements",
                    "Engagements by status",
                    all -> all.getOrDefault(status, 0L),
                    "status",
                    status.name().toLowerCase(Locale.ROOT));
        }
        queries.of(() -> repository.latestStart().orElse(null))
                .gauge(
                        "acm.engagements.started.age",
                        "Seconds since the last engagement was started; NaN if there is none",
                        latest -> Duration.between(latest, clock.instant()).toSeconds());
    }
}
