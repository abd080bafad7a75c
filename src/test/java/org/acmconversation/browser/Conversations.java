package org.acmconversation.browser;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.acmconversation.engagement.Customer;
import org.acmconversation.engagement.Engagement;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.EntryCriteria;
import org.acmconversation.engagement.Initiative;
import org.acmconversation.engagement.NewEngagement;
import org.acmconversation.engagement.Segment;
import org.camunda.bpm.engine.TaskService;

/** Starts conversations that people find in Tasklist, each with its own customer. */
class Conversations {

    /** Higher than the tasks of other tests: a list shows 15 tasks, the most urgent first. */
    private static final AtomicInteger URGENCY = new AtomicInteger(10_000);

    private final Engagements engagements;
    private final TaskService taskService;

    Conversations(Engagements engagements, TaskService taskService) {
        this.engagements = engagements;
        this.taskService = taskService;
    }

    /** Starts a conversation that waits to be scheduled. */
    UUID with(String customer) {
        return start(customer, true);
    }

    /** Starts a conversation that waits for its value discussions. */
    UUID withDiscussions(String customer) {
        UUID id = with(customer);
        complete(
                id,
                "scheduleConversation",
                Map.of(
                        "conversationAt", "2099-12-01T10:00+01:00",
                        "itProfessional", "Ana Pérez",
                        "businessStakeholders", "Luis Gil",
                        "decisionMakers", "Eva Ruiz"));
        complete(
                id,
                "conductConversation",
                Map.of(
                        "partnerRequested", false,
                        "changeKnowledge", "LOW",
                        "changeInterest", "HIGH",
                        "notes", "Primero Madrid.\nLuego Sevilla."));
        taskOf(id, "deliverValueDiscussion");
        return id;
    }

    private void complete(UUID engagement, String activity, Map<String, Object> answers) {
        taskService.complete(taskOf(engagement, activity), answers);
    }

    /** Waits for an open user task and returns its id; any of them if there are several. */
    String taskOf(UUID engagement, String activity) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> engagements.state(engagement).currentActivities().stream()
                                .filter(open -> open.taskId() != null
                                        && open.activityId().equals(activity))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow()
                .taskId();
    }

    /** Starts a conversation without some of its key inputs. */
    UUID incomplete(String customer) {
        return start(customer, false);
    }

    /** Starts the same conversation and returns its number in the CRM. */
    String numbered(String customer) {
        String number = String.valueOf(ThreadLocalRandom.current().nextInt(100_000_000, 1_000_000_000));
        start(number, customer, true);
        return number;
    }

    /** Starts the same conversation with a complete profile. */
    UUID withWholeProfile(String externalId, String customer) {
        return start(new NewEngagement(
                externalId,
                new Customer(customer, UUID.randomUUID().toString()),
                Segment.ENTERPRISE,
                25_000,
                List.of("EXCHANGE", "ONEDRIVE_FOR_BUSINESS"),
                List.of(Initiative.RFA),
                new EntryCriteria(true, true, true, false),
                "MX",
                "America/Argentina/Buenos_Aires"));
    }

    private UUID start(String customer, boolean kickoffHeld) {
        return start("CRM-" + URGENCY.get(), customer, kickoffHeld);
    }

    private UUID start(String externalId, String customer, boolean kickoffHeld) {
        return start(new NewEngagement(
                externalId,
                new Customer(customer, null),
                Segment.ENTERPRISE,
                25_000,
                List.of("EXCHANGE", "ONEDRIVE_FOR_BUSINESS"),
                List.of(Initiative.RFA),
                new EntryCriteria(kickoffHeld, true, true, false)));
    }

    private UUID start(NewEngagement request) {
        Engagement engagement = engagements.start(request);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> engagements.state(engagement.id()).currentActivities().stream()
                        .anyMatch(activity -> activity.taskId() != null));
        taskService.setPriority(taskOf(engagement.id()), URGENCY.incrementAndGet());
        return engagement.id();
    }

    /** Returns the id of the open user task. */
    String taskOf(UUID engagement) {
        return engagements.state(engagement).currentActivities().stream()
                .filter(activity -> activity.taskId() != null)
                .findFirst()
                .orElseThrow()
                .taskId();
    }
}
