package org.acmconversation.process;

import static org.acmconversation.process.Conversations.COVERED;
import static org.acmconversation.process.Conversations.MET;
import static org.acmconversation.process.Conversations.NO_KICKOFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.Map;
import org.acmconversation.engagement.EngagementStatus;
import org.acmconversation.engagement.Outcome;
import org.acmconversation.engagement.Segment;
import org.acmconversation.ftop.FtopTaskStatus;
import org.acmconversation.ftop.FtopUnavailableException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tests what scenarios cannot express about {@code acm-conversation.bpmn}; scenarios cover its paths. */
@ProcessTest
class AcmConversationTest {

    @Autowired
    Conversations conversations;

    @Autowired
    ScriptedFtop ftop;

    @BeforeEach
    void resetFtop() {
        ftop.reset();
    }

    @Test
    void schedulesTheConversationAfterCreatingTheFtopTask() {
        var conversation = conversations.start("TEAMS");

        assertThat(conversation.waitingAt()).containsExactly("createConversationTask");
        assertThat(conversation.runJobs().waitingAt()).containsExactly("scheduleConversation");
        assertThat(conversation.ftopTasks()).isEqualTo(Map.of("4047", FtopTaskStatus.OPEN));
    }

    @Test
    void missingEntryCriteriaAreCompletedAndDecidedAgain() {
        var conversation = conversations.start(Segment.CORPORATE, 500, NO_KICKOFF, "TEAMS");
        assertThat(conversation.waitingAt()).containsExactly("completeEntryCriteria");

        conversation.complete("completeEntryCriteria", "kickoffHeld", false);
        assertThat(conversation.waitingAt()).containsExactly("completeEntryCriteria");

        conversation.complete("completeEntryCriteria");
        assertThat(conversation.waitingAt()).containsExactly("scheduleConversation");
        assertThat(conversation.engagement().entryCriteria()).isEqualTo(MET);
    }

    @Test
    void programOverlapEndsWithoutFtopTasksEvenIfCriteriaAreMissing() {
        var conversation = conversations.start(Segment.ENTERPRISE, 25_000, COVERED, "EXCHANGE");

        assertThat(conversation.process()).isEnded().hasPassed("endCoveredByEnterpriseProgram");
        assertThat(conversation.engagement().status()).isEqualTo(EngagementStatus.NOT_APPLICABLE);
        assertThat(conversation.engagement().outcome()).isEqualTo(Outcome.COVERED_BY_ENTERPRISE_PROGRAM);
        assertThat(conversation.engagement().endedAt()).isNotNull();
        assertThat(ftop.calls()).isZero();
    }

    @Test
    void retriesFtopOutagesThenRaisesAnIncident() {
        ftop.goDown();
        var conversation = conversations.start("TEAMS");

        for (int attempt = 1; attempt <= 6; attempt++) {
            assertThat(conversation.incidents()).isZero();
            assertThat(conversation.runJobOnce()).isInstanceOf(FtopUnavailableException.class);
        }
        assertThat(conversation.incidents()).isOne();
        assertThat(conversation.ftopTask("4047")).satisfies(task -> {
            assertThat(task.status()).isEqualTo(FtopTaskStatus.OPEN);
            assertThat(task.ftopReference()).isNull();
            assertThat(task.waiting().failedCalls()).isEqualTo(6);
            assertThat(task.waiting().reason()).startsWith("FTOP no responde a tiempo");
        });

        ftop.comeBack();
        conversation.retryFailedJobs();
        assertThat(conversation.runJobs().waitingAt()).containsExactly("scheduleConversation");
        assertThat(conversation.ftopTasks()).isEqualTo(Map.of("4047", FtopTaskStatus.OPEN));
        assertThat(conversation.ftopTask("4047").waiting()).isNull();
        assertThat(conversation.incidents()).isZero();
    }

    @Test
    void refusedCreationsAreResolvedAndRetried() {
        ftop.refuse("4047");
        var conversation = conversations.start("TEAMS").runJobs();
        assertThat(conversation.waitingAt()).containsExactly("resolveFtopRejection");
        assertThat(conversation.variable("ftopRejection")).isEqualTo("FTOP no acepta la tarea 4047");

        ftop.acceptAgain();
        conversation.complete("resolveFtopRejection");

        assertThat(conversation.waitingAt()).containsExactly("scheduleConversation");
    }

    @Test
    void escalatesTheTaskWhoseTimerFires() {
        var conversation = conversations.start("TEAMS").runJobs();

        conversation.fireTimer("scheduleConversationOverdue");

        assertThat(conversation.task("scheduleConversation").getPriority()).isEqualTo(80);
    }
}
