package org.acmconversation.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.acmconversation.engagement.EngagementStatus;
import org.acmconversation.engagement.Profile;
import org.acmconversation.engagement.Segment;
import org.acmconversation.ftop.FtopTaskStatus;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A conversation can be withdrawn and its profile can change in every wait state, including those of called processes.
 */
@ProcessTest
class WaitingActivitiesTest {

    @Autowired
    Conversations conversations;

    @Autowired
    ScriptedFtop ftop;

    @Autowired
    RuntimeService runtimeService;

    @BeforeEach
    void resetFtop() {
        ftop.reset();
    }

    /** Wait states, and how to reach them. */
    enum Place {
        completeEntryCriteria {
            @Override
            Conversation reach(Conversations conversations, ScriptedFtop ftop) {
                return conversations.start(Segment.ENTERPRISE, 25_000, Conversations.NO_KICKOFF, "EDGE");
            }
        },
        createConversationTask {
            @Override
            Conversation reach(Conversations conversations, ScriptedFtop ftop) {
                return enterprise(conversations);
            }
        },
        scheduleConversation {
            @Override
            Conversation reach(Conversations conversations, ScriptedFtop ftop) {
                return enterprise(conversations).runJobs();
            }
        },
        conductConversation {
            @Override
            Conversation reach(Conversations conversations, ScriptedFtop ftop) {
                return enterprise(conversations).runJobs().complete("scheduleConversation");
            }
        },
        completeConversationTask {
            @Override
            Conversation reach(Conversations conversations, ScriptedFtop ftop) {
                return enterprise(conversations)
                        .runJobs()
                        .complete("scheduleConversation")
                        .submit("conductConversation");
            }
        },
        createValueDiscussionTasks {
            @Override
            Conversation reach(Conversations conversations, ScriptedFtop ftop) {
                return completeConversationTask.reach(conversations, ftop).runJob();
            }
        },
        proposePartnerServices {
            @Override
            Conversation reach(Conversations conversations, ScriptedFtop ftop) {
                return enterprise(conversations).hold("partnerRequested", true);
            }
        },
        confirmPartner {
            @Override
            Conversation reach(Conversations conversations, ScriptedFtop ftop) {
                return proposePartnerServices.reach(conversations, ftop).complete("proposePartnerServices");
            }
        },
        deliverValueDiscussion {
            @Override
            Conversation reach(Conversations conversations, ScriptedFtop ftop) {
                return enterprise(conversations).hold();
            }
        },
        requestSme {
            @Override
            Conversation reach(Conversations conversations, ScriptedFtop ftop) {
                return deliverValueDiscussion
                        .reach(conversations, ftop)
                        .complete("deliverValueDiscussion", "discussionOutcome", "SME_NEEDED");
            }
        },
        completeFtopTask {
            @Override
            Conversation reach(Conversations conversations, ScriptedFtop ftop) {
                return deliverValueDiscussion.reach(conversations, ftop).submit("deliverValueDiscussion");
            }
        },
        resolveFtopRejection {
            @Override
            Conversation reach(Conversations conversations, ScriptedFtop ftop) {
                Conversation conversation = deliverValueDiscussion.reach(conversations, ftop);
                ftop.refuse("4094");
                conversation.complete("deliverValueDiscussion");
                ftop.acceptAgain();
                return conversation;
            }
        },
        qualifyAdditionalServices {
            @Override
            Conversation reach(Conversations conversations, ScriptedFtop ftop) {
                return deliverValueDiscussion.reach(conversations, ftop).complete("deliverValueDiscussion");
            }
        },
        introduceAdoptionSme {
            @Override
            Conversation reach(Conversations conversations, ScriptedFtop ftop) {
                return qualifyAdditionalServices.reach(conversations, ftop).complete("qualifyAdditionalServices");
            }
        };

        abstract Conversation reach(Conversations conversations, ScriptedFtop ftop);

        private static Conversation enterprise(Conversations conversations) {
            return conversations.start(Segment.ENTERPRISE, 25_000, Conversations.MET, "EDGE");
        }
    }

    @ParameterizedTest
    @EnumSource
    void canBeWithdrawnInEveryWaitState(Place place) {
        var conversation = place.reach(conversations, ftop);
        assertThat(conversation.waitingAt()).contains(place.name());

        conversation.withdraw();

        assertThat(conversation.engagement().status()).isEqualTo(EngagementStatus.WITHDRAWN);
        assertThat(conversation.ftopTasks()).doesNotContainValue(FtopTaskStatus.OPEN);
        assertThat(runtimeService
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(conversation.id().toString())
                        .count())
                .as("process instances that still run")
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void profileCanChangeInEveryWaitState(Place place) {
        var conversation = place.reach(conversations, ftop);

        conversation.change(
                profile -> new Profile(Segment.GOVERNMENT, 12_345, profile.services(), profile.entryCriteria()));

        assertThat(conversation.waitingAt()).contains(place.name());
        assertThat(conversation.variable("licenses")).isEqualTo(12_345);
        assertThat(conversation.variable("segment")).isEqualTo("GOVERNMENT");
    }
}
