package org.acmconversation.timeline;

import org.acmconversation.engagement.StartedEngagements;
import org.springframework.stereotype.Component;

/** Finds the engagements that a person has started by their timeline. */
@Component
class RecordedStarts implements StartedEngagements {

    @Override
    public String condition() {
        return """
                engagement.id in (
                  select started.engagement_id from timeline_entry started
                  where started.event = 'ENGAGEMENT_STARTED' and started.actor = :startedBy)""";
    }
}
