package org.acmconversation.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.acmconversation.engagement.EngagementStatus;
import org.acmconversation.engagement.EntryCriteria;
import org.acmconversation.engagement.Profile;
import org.acmconversation.engagement.Segment;
import org.acmconversation.lanes.Generated;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Changes one thing in the models, thousands of times: a change is either rejected with a message, or its conversations
 * run to their end. See {@link Generated} for the number.
 */
@Tag("fuzz")
@ProcessTest
class ChangedModelsTest {

    private static final Logger log = LoggerFactory.getLogger(ChangedModelsTest.class);

    private static final int CHANGES = Generated.share(400);
    private static final long SEED = Generated.seed();
    private static final int FIRST = Integer.getInteger("model.first", 0);

    private static final int CONVERSATIONS = 3;
    private static final int MAX_STEPS = 200;

    private static final String REFUSAL = "[\\w./-]+\\.(bpmn|dmn|form)(, [\\w./-]+)*( \\[[^]]*])?: .*";

    @Autowired
    ProcessEngine engine;

    @Autowired
    Conversations conversations;

    @Autowired
    ScriptedFtop ftop;

    @Autowired
    JdbcClient jdbc;

    @Test
    void changedModelsAreRejectedOrRunToTheirEnd() {
        List<String> failures = new ArrayList<>();
        int deployed = 0;
        for (ModelChange change :
                (Iterable<ModelChange>) ModelChange.of(SEED, CHANGES).skip(FIRST)::iterator) {
            try {
                deployed += tried(change) ? 1 : 0;
            } catch (RuntimeException | AssertionError failure) {
                log.warn("Change {} of seed {}: {}", change.number(), SEED, change.what(), failure);
                failures.add("%d %s%n    %s".formatted(change.number(), change.what(), failure));
            }
        }
        log.info("Of {} changes of seed {}, {} were deployed", CHANGES, SEED, deployed);
        assertThat(failures).as("seed %d", SEED).isEmpty();
        assertThat(deployed).isBetween(1, CHANGES - FIRST - 1);
    }

    /** Deploys a change and runs a conversation; returns whether it was deployed. */
    private boolean tried(ModelChange change) {
        String deployment;
        try {
            deployment = deploy(change.files());
        } catch (BadUserRequestException refusal) {
            assertThat(refusal.getMessage().split("\n"))
                    .allSatisfy(line -> assertThat(line).matches(REFUSAL))
                    .noneSatisfy(line -> assertThat(line).containsAnyOf("cvc-", "ENGINE-", "Cannot", "must "));
            return false;
        }
        try {
            var random = new Random(SEED + change.number());
            for (int i = 0; i < CONVERSATIONS; i++) {
                ftop.reset();
                converse(random);
            }
            return true;
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment, true);
        }
    }

    private String deploy(Map<String, String> files) {
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        files.forEach(deployment::addString);
        String id = deployment.deploy().getId();
        jdbc.sql("update model_release set deployment_id = :id where active")
                .param("id", id)
                .update();
        return id;
    }

    /** Does random valid steps until the conversation ends. */
    private void converse(Random random) {
        Conversation conversation = conversations.start(
                random.nextBoolean() ? Segment.ENTERPRISE : Segment.SMB,
                random.nextBoolean() ? 25_000 : 500,
                new EntryCriteria(random.nextInt(4) > 0, true, true, random.nextInt(8) == 0),
                "EXCHANGE",
                "EDGE");
        if (random.nextInt(3) == 0) {
            ftop.refuse("4047");
        }
        var answers = new ValidAnswers(engine, random);
        conversation.runJobs();
        for (int step = 0; step < MAX_STEPS && isRunning(conversation); step++) {
            step(conversation, answers, random);
            conversation.runJobs();
        }
        assertThat(isRunning(conversation)).as("runs after %d steps", MAX_STEPS).isFalse();
    }

    private static boolean isRunning(Conversation conversation) {
        return conversation.engagement().status() == EngagementStatus.RUNNING;
    }

    private void step(Conversation conversation, ValidAnswers answers, Random random) {
        List<Task> tasks = conversation.openTasks();
        assertThat(tasks).as("tasks at %s", conversation.waitingAt()).isNotEmpty();
        Task task = tasks.get(random.nextInt(tasks.size()));
        switch (random.nextInt(20)) {
            case 0 -> letExpire(task, tasks, conversation);
            case 1 ->
                conversation.change(profile -> new Profile(
                        profile.segment(), random.nextInt(50_000) + 1, profile.services(), profile.entryCriteria()));
            case 2 -> conversation.withdraw();
            case 3 -> ftop.acceptAgain();
            default -> engine.getTaskService().complete(task.getId(), answers.to(task));
        }
    }

    /** Lets one of the tasks expire. */
    private static void letExpire(Task task, List<Task> tasks, Conversation conversation) {
        String activityId = task.getTaskDefinitionKey();
        if (tasks.stream()
                        .filter(other -> other.getTaskDefinitionKey().equals(activityId))
                        .count()
                == 1) {
            conversation.letExpire(activityId);
        }
    }
}
