package org.acmconversation.engagement.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.acmconversation.engagement.CurrentActivity;
import org.acmconversation.engagement.Engagement;
import org.acmconversation.engagement.EngagementState;
import org.acmconversation.engagement.FollowUp;
import org.acmconversation.engagement.WaitingFor;

/**
 * The API's representation of an engagement.
 *
 * @param currentActivities current activities, including those of called processes
 * @param followUp the next action, and when somebody last wrote a note, and has to write one again
 * @param waitingFor external systems that it waits for: {@code FTOP}; omitted if there are none
 */
record EngagementResource(
        @JsonUnwrapped Engagement engagement,
        List<CurrentActivity> currentActivities,
        @JsonUnwrapped FollowUp followUp,
        @JsonInclude(Include.NON_EMPTY) List<WaitingFor.ExternalSystem> waitingFor) {

    static EngagementResource of(EngagementState state) {
        return new EngagementResource(
                state.engagement(), state.currentActivities(), state.followUp(), state.waitingFor());
    }
}
