package org.acmconversation.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.acmconversation.engagement.Segment;
import org.acmconversation.engine.feel.PastDecisionInputs;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Past decisions can be evaluated with a changed table. */
@ProcessTest
class PastDecisionsTest {

    @Autowired
    Conversations conversations;

    @Autowired
    PastDecisionInputs decided;

    @Autowired
    IdentityService identityService;

    @Test
    void returnsTheLatestInputsToEveryUser() {
        conversations
                .start(Segment.ENTERPRISE, 20_000, Conversations.MET, "TEAMS")
                .hold();
        conversations.start(Segment.SMB, 42, Conversations.MET, "EDGE", "TEAMS").hold();
        conversations.start(Segment.SMB, 43, Conversations.COVERED, "EDGE");

        identityService.setAuthentication("somebody", List.of());
        try {
            assertThat(decided.last("acm-entry-criteria", 1))
                    .containsExactly(Map.of(
                            "kickoffHeldInput", false,
                            "benefitUnderstoodInput", false,
                            "resourcesClearInput", false,
                            "inEnterpriseAdoptionProgramInput", true));
            assertThat(decided.last("ftop-value-discussions", 2))
                    .containsExactly(
                            Map.of("valueDiscussionServices", List.of("EDGE", "TEAMS")),
                            Map.of("valueDiscussionServices", List.of("TEAMS")));
            assertThat(decided.last("enterprise-eligibility", 1))
                    .containsExactly(Map.of("segmentInput", "ENTERPRISE", "licensesInput", 20_000));
            assertThat(decided.last("unknown", 5)).isEmpty();
        } finally {
            identityService.clearAuthentication();
        }
    }
}
