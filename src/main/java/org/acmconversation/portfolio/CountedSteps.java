package org.acmconversation.portfolio;

import org.acmconversation.engagement.CompletedSteps;
import org.springframework.stereotype.Component;

/** Finds engagements that have completed a step, from the tasks that the portfolio counts. */
@Component
class CountedSteps implements CompletedSteps {

    @Override
    public String condition(boolean from, boolean to) {
        return """
                engagement.id in (
                  select counted.engagement_id from portfolio_task counted
                  where counted.completed and counted.activity_id = :completed%s%s)""".formatted(
                        from ? " and counted.closed_at >= :completedFrom" : "",
                        to ? " and counted.closed_at < :completedTo" : "");
    }
}
