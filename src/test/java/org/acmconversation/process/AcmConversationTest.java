package org.acmconversation.process;

import static org.acmconversation.process.Conversations.COVERED;
import static org.acmconversation.process.Conversations.MET;
import static org.acmconversation.process.Conversations.NO_KICKOFF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import java.util.Map;
import org.acmconversation.engagement.EngagementStatus;
import org.acmconversation.engagement.Outcome;
import org.acmconversation.engagement.Profile;
import org.acmconversation.engagement.Segment;
import org.acmconversation.ftop.FtopTaskStatus;
import org.acmconversation.ftop.FtopUnavailableException;
import org.camunda.community.process_test_coverage.spring_test.common.ProcessEngineCoverageProperties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Covers every path of {@code acm-conversation.bpmn}; an uncovered path fails the build. */
@ProcessTest
class AcmConversationTest {

    @TestConfiguration
    static class Coverage {

        @Bean
        @Primary
        ProcessEngineCoverageProperties everyElement() {
            return ProcessEngineCoverageProperties.builder()
                    .excludeProcessDefinitionKeys("acm-partner-request", "value-discussion", "ftop-rejection")
                    .assertClassCoverageAtLeast(1.0)
                    .build();
        }
    }

    @Autowired
    Conversations conversations;

    @Autowired
    ScriptedFtop ftop;

    @BeforeEach
    void ftopIsAtWork() {
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
    void endsWithoutDiscussionsIfNoServiceNeedsOne() {
        var conversation = conversations.start("TEAMS").hold();

        assertThat(conversation.process())
                .isEnded()
                .hasPassedInOrder(
                        "engagementReceived",
                        "createConversationTask",
                        "scheduleConversation",
                        "conductConversation",
                        "completeConversationTask",
                        "createValueDiscussionTasks",
                        "decideEnterpriseEligibility",
                        "endConversationComplete");
        assertThat(conversation.engagement().outcome()).isEqualTo(Outcome.CONVERSATION_COMPLETE);
        assertThat(conversation.ftopTasks()).isEqualTo(Map.of("4047", FtopTaskStatus.COMPLETED));
    }

    @Test
    void partnerRequestDoesNotBlockDiscussions() {
        var conversation = conversations.start("EDGE").hold("partnerRequested", true);
        assertThat(conversation.waitingAt()).containsExactly("deliverValueDiscussion", "proposePartnerServices");

        conversation.complete("deliverValueDiscussion");
        assertThat(conversation.ftopTasks()).containsEntry("4094", FtopTaskStatus.COMPLETED);

        conversation.complete("proposePartnerServices").complete("confirmPartner");
        assertThat(conversation.process()).isEnded().hasPassed("requestAcmPartner", "endConversationComplete");
    }

    @Test
    void allServicesCreateEachDiscussionOnce() {
        var conversation = conversations
                .start(
                        "OFFICE_365_PROPLUS",
                        "WINDOWS_10",
                        "ONEDRIVE_FOR_BUSINESS",
                        "SHAREPOINT",
                        "EXCHANGE",
                        "OUTLOOK_MOBILE",
                        "INTUNE",
                        "EDGE",
                        "TEAMS")
                .hold();

        assertThat(conversation.ftopTasks().keySet())
                .containsExactlyInAnyOrder("4047", "3734", "3718", "3737", "3738", "3991", "3278", "4094");
        for (var task : conversation.openTasks()) {
            conversation.complete(task);
        }
        assertThat(conversation.process()).isEnded();
        assertThat(conversation.ftopTasks().values()).containsOnly(FtopTaskStatus.COMPLETED);
    }

    @ParameterizedTest
    @CsvSource({
        "ENTERPRISE, 20001, true",
        "ENTERPRISE, 20000, false",
        "CORPORATE, 500000, false",
    })
    void onlyEnterpriseCustomersOver20000LicensesAreEligible(Segment segment, int licenses, boolean eligible) {
        var conversation = conversations.start(segment, licenses, MET, "TEAMS").hold();

        assertThat(conversation.waitingAt()).isEqualTo(eligible ? List.of("qualifyAdditionalServices") : List.of());
    }

    @Test
    void eligibleCustomersAreIntroducedToTheAdoptionSme() {
        var conversation = conversations
                .start(Segment.ENTERPRISE, 20_001, MET, "TEAMS")
                .hold()
                .complete("qualifyAdditionalServices")
                .complete("introduceAdoptionSme");

        assertThat(conversation.process()).isEnded().hasPassed("endIntroducedToSme");
        assertThat(conversation.engagement().outcome()).isEqualTo(Outcome.INTRODUCED_TO_SME);
        assertThat(conversation.engagement().status()).isEqualTo(EngagementStatus.COMPLETED);
    }

    @Test
    void changedProfilesDecideTheGateway() {
        var conversation =
                conversations.start(Segment.ENTERPRISE, 20_000, MET, "TEAMS").runJobs();

        conversation.change(
                profile -> new Profile(profile.segment(), 20_001, List.of("EDGE"), profile.entryCriteria()));
        assertThat(conversation.process()).hasPassed("refreshProfile");
        conversation.hold();

        assertThat(conversation.waitingAt()).containsExactly("deliverValueDiscussion");
        conversation.complete("deliverValueDiscussion");
        assertThat(conversation.waitingAt()).containsExactly("qualifyAdditionalServices");
    }

    @Test
    void withdrawalCancelsOpenTasks() {
        var conversation = conversations.start("EDGE", "SHAREPOINT").hold();
        conversation.complete(conversation.discussion("4094")).withdraw();

        assertThat(conversation.process()).isEnded().hasPassed("cancelOpenFtopTasks", "endWithdrawn");
        assertThat(conversation.engagement().outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(conversation.engagement().withdrawalReason()).isEqualTo("El cliente cancela");
        assertThat(conversation.ftopTasks())
                .isEqualTo(Map.of(
                        "4047", FtopTaskStatus.COMPLETED,
                        "4094", FtopTaskStatus.COMPLETED,
                        "3737", FtopTaskStatus.CANCELED));
    }

    @Test
    void ftopOutagesAreRetriedAndThenAnIncident() {
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
        conversation.heal();
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
    void refusedCompletionsAndDiscussionsAreResolved() {
        var conversation = conversations.start("EDGE").runJobs().complete("scheduleConversation");
        ftop.refuse("4047");
        ftop.refuse("4094");
        conversation.complete("conductConversation");
        assertThat(conversation.waitingAt()).containsExactly("resolveFtopRejection");

        ftop.acceptAgain();
        ftop.refuse("4094");
        conversation.complete("resolveFtopRejection");
        assertThat(conversation.variable("refusedCatalogId")).isEqualTo("4094");

        conversation.complete("resolveFtopRejection", "rejectionResolution", "DROP");
        assertThat(conversation.process())
                .isEnded()
                .hasPassed("resolveConversationCompletionRejection", "resolveValueDiscussionTaskRejection");
        assertThat(conversation.ftopTasks())
                .isEqualTo(Map.of("4047", FtopTaskStatus.COMPLETED, "4094", FtopTaskStatus.CANCELED));
    }

    @Test
    void refusedCancellationsAreResolvedBeforeTheWithdrawalEnds() {
        var conversation = conversations.start("TEAMS").runJobs();
        ftop.refuse("4047");
        conversation.withdraw();
        assertThat(conversation.task("resolveFtopRejection")).isNotNull();

        conversation.complete(conversation.task("resolveFtopRejection"), "rejectionResolution", "DROP");
        assertThat(conversation.process()).isEnded().hasPassed("resolveCancellationRejection", "endWithdrawn");
    }

    @Test
    void overdueTasksEscalateAndStayOpen() {
        var conversation = conversations.start(Segment.ENTERPRISE, 20_001, NO_KICKOFF, "TEAMS");
        for (String activityId : List.of(
                "completeEntryCriteria",
                "scheduleConversation",
                "conductConversation",
                "qualifyAdditionalServices",
                "introduceAdoptionSme")) {
            int before = conversation.task(activityId).getPriority();
            conversation.letExpire(activityId);

            assertThat(conversation.process()).hasPassed(activityId + "Overdue", activityId + "Escalated");
            assertThat(conversation.task(activityId).getPriority()).isGreaterThan(before);
            conversation.complete(activityId);
        }
        assertThat(conversation.process()).isEnded().hasPassed("escalateOverdueTasks");
    }

    @Test
    void escalatesTheTaskWhoseTimerFires() {
        var conversation = conversations.start("TEAMS").runJobs();

        conversation.fireTimer("scheduleConversationOverdue");

        assertThat(conversation.task("scheduleConversation").getPriority()).isEqualTo(80);
    }
}
