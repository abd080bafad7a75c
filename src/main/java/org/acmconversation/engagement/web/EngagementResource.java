package org.acmconversation.engagement.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.acmconversation.engagement.CurrentActivity;
import org.acmconversation.engagement.Engagement;
import org.acmconversation.engagement.EngagementState;

/**
 * An engagement as the API shows it.
 *
 * @param currentActivities where it waits now, over its whole call hierarchy
 * @param waitingFor systems outside that keep it waiting: {@code FTOP}; left out where none does
 */
record EngagementResource(
        @JsonUnwrapped Engagement engagement,
        List<CurrentActivity> currentActivities,
        @JsonInclude(Include.NON_EMPTY) List<String> waitingFor) {

    static EngagementResource of(EngagementState state) {
        return new EngagementResource(state.engagement(), state.currentActivities(), state.waitingFor());
    }
}
