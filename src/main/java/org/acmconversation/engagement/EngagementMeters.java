package org.acmconversation.engagement;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.acmconversation.operations.Snapshot;
import org.acmconversation.operations.Snapshots;
import org.springframework.stereotype.Component;

/** Counts engagements by status, and shows when the last one was started. */
@Component
class EngagementMeters {

    EngagementMeters(EngagementRepository repository, Clock clock, Snapshots snapshots) {
        Snapshot<Map<EngagementStatus, Long>> counts = snapshots.of(repository::countByStatus);
        for (EngagementStatus status : EngagementStatus.values()) {
            counts.gauge(
                    "acm.engagements",
                    "Engagements by status",
                    all -> all.getOrDefault(status, 0L),
                    "status",
                    status.name().toLowerCase(Locale.ROOT));
        }
        snapshots
                .of(() -> repository.latestStart().orElse(null))
                .gauge(
                        "acm.engagements.started.age",
                        "Seconds since the last engagement was started; NaN if there is none",
                        latest -> Duration.between(latest, clock.instant()).toSeconds());
    }
}
