package org.acmconversation.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.acmconversation.engagement.EngagementStatus;
import org.acmconversation.engagement.Profile;
import org.acmconversation.ftop.FtopTask;
import org.acmconversation.ftop.FtopTaskStatus;
import org.acmconversation.ftop.FtopTasks;
import org.acmconversation.timeline.Timeline;
import org.acmconversation.timeline.TimelineEntry;
import org.acmconversation.timeline.TimelineEntry.Event;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tests what scenarios cannot express about the called processes; scenarios cover their paths. */
@ProcessTest
class CalledProcessesTest {

    @Autowired
    Conversations conversations;

    @Autowired
    ScriptedFtop ftop;

    @Autowired
    FtopTasks ftopTasks;

    @Autowired
    RuntimeService runtimeService;

    @Autowired
    TaskService taskService;

    @Autowired
    Timeline timeline;

    @BeforeEach
    void resetFtop() {
        ftop.reset();
    }

    @Test
    void engineersCanDeclineOptionalDiscussions() {
        var conversation = conversations.start("EXCHANGE").hold();
        var exchange = conversation.discussion("3991");
        assertThat(taskService.getIdentityLinksForTask(exchange.getId()))
                .extracting("groupId")
                .containsExactly("fasttrack-engineer");

        conversation.complete(exchange, "discussionOutcome", "DECLINED", "declineReason", "Ya la conoce");

        assertThat(conversation.ftopTasks()).containsEntry("3991", FtopTaskStatus.DECLINED);
        assertThat(ftopTasks.of(conversation.id()))
                .filteredOn(task -> task.catalogId().equals("3991"))
                .extracting(FtopTask::declineReason)
                .containsExactly("Ya la conoce");
    }

    @Test
    void finishedDiscussionsAreNotCurrentActivities() {
        var conversation = conversations.start("EDGE", "SHAREPOINT").hold();

        conversation.complete(conversation.discussion("4094"));

        assertThat(conversation.waitingAt()).containsExactly("deliverValueDiscussion");
    }

    @Test
    void mandatoryDiscussionsCannotBeDeclined() {
        var conversation = conversations.start("EDGE").hold();

        assertThatThrownBy(() -> conversation.complete(
                        "deliverValueDiscussion", "discussionOutcome", "DECLINED", "declineReason", "No quiere"))
                .hasMessageContaining("discussionOutcome");

        assertThat(conversation.waitingAt()).containsExactly("deliverValueDiscussion");
        assertThat(conversation.ftopTasks()).containsEntry("4094", FtopTaskStatus.OPEN);
    }

    @Test
    void discussionsThatNeedAnSmeAreDeliveredLater() {
        var conversation = conversations.start("EDGE").hold();

        conversation.complete("deliverValueDiscussion", "discussionOutcome", "SME_NEEDED");
        assertThat(conversation.waitingAt()).containsExactly("requestSme");
        conversation.complete("requestSme");

        var again = conversation.task("deliverValueDiscussion");
        assertThat(taskService.getVariable(again.getId(), "discussionOutcome"))
                .as("the form starts without the earlier answer")
                .isNull();
        conversation.complete(again);
        assertThat(conversation.ftopTasks()).containsEntry("4094", FtopTaskStatus.COMPLETED);
    }

    @Test
    void escalatesOnlyTheTaskWhoseTimerFires() {
        var conversation = conversations.start("EDGE").hold("partnerRequested", true);

        conversation.fireTimer("proposePartnerServicesOverdue");

        assertThat(conversation.task("proposePartnerServices").getPriority()).isEqualTo(80);
        assertThat(conversation.task("deliverValueDiscussion").getPriority()).isEqualTo(50);
        assertThat(timeline.of(conversation.id()))
                .filteredOn(entry -> entry.event() == Event.TASK_ESCALATED)
                .extracting(TimelineEntry::activityId)
                .containsExactly("proposePartnerServices");
    }

    @Test
    void suspendedCalledProcessesDoNotBlockChangesOrWithdrawal() {
        var conversation = conversations.start("EDGE").hold("partnerRequested", true);
        runtimeService.suspendProcessInstanceById(
                conversation.task("proposePartnerServices").getProcessInstanceId());

        conversation
                .change(profile -> new Profile(profile.segment(), 777, profile.services(), profile.entryCriteria()))
                .withdraw();

        assertThat(conversation.engagement().status()).isEqualTo(EngagementStatus.WITHDRAWN);
        assertThat(conversation.openTasks()).isEmpty();
        assertThat(conversation.allJobs()).isEmpty();
    }

    @Test
    void remindersRaiseThePriority() {
        var conversation = conversations.start("TEAMS").runJobs();

        conversation.remind("scheduleConversation");

        assertThat(conversation.task("scheduleConversation").getPriority()).isEqualTo(60);
        assertThat(timeline.of(conversation.id()))
                .extracting(TimelineEntry::event)
                .contains(Event.TASK_REMINDED);
    }

    @Test
    void changedProfilesReachCalledProcesses() {
        var conversation = conversations.start("EDGE").hold("partnerRequested", true);

        conversation.change(
                profile -> new Profile(profile.segment(), 777, profile.services(), profile.entryCriteria()));

        for (String activityId : List.of("proposePartnerServices", "deliverValueDiscussion")) {
            assertThat(taskService.getVariables(conversation.task(activityId).getId()))
                    .containsEntry("licenses", 777);
        }
    }

    @Test
    void delegatesAreIdempotent() {
        var conversation = conversations.start("TEAMS").runJobs();

        conversation.repeatActivity("createConversationTask");

        assertThat(conversation.ftopTasks()).isEqualTo(Map.of("4047", FtopTaskStatus.OPEN));
        assertThat(ftop.calls()).isOne();
    }
}
