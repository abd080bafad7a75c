package org.acmconversation.engagement;

import java.util.Locale;
import java.util.Map;
import org.acmconversation.operations.Snapshot;
import org.acmconversation.operations.Snapshots;
import org.springframework.stereotype.Component;

/** Counts engagements by status. */
@Component
class EngagementMeters {

    EngagementMeters(EngagementRepository repository, Snapshots snapshots) {
        Snapshot<Map<EngagementStatus, Long>> counts = snapshots.of(repository::countByStatus);
        for (EngagementStatus status : EngagementStatus.values()) {
            counts.gauge(
                    "acm.engagements",
                    "Engagements by status",
                    all -> all.getOrDefault(status, 0L),
                    "status",
                    status.name().toLowerCase(Locale.ROOT));
        }
    }
}
