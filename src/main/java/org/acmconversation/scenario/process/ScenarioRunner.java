package org.acmconversation.scenario.process;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.acmconversation.engagement.ConversationSchedule;
import org.acmconversation.engagement.Customer;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.Initiative;
import org.acmconversation.engagement.NewEngagement;
import org.acmconversation.engagement.Profile;
import org.acmconversation.engagement.ServiceCatalog;
import org.acmconversation.engine.instance.VisitedElements;
import org.acmconversation.engine.instance.VisitedElements.Visited;
import org.acmconversation.engine.model.RefusedModelsException;
import org.acmconversation.problem.ProblemException;
import org.acmconversation.scenario.ModelPart;
import org.acmconversation.scenario.Scenario;
import org.acmconversation.scenario.Scenario.Change;
import org.acmconversation.scenario.Scenario.Complete;
import org.acmconversation.scenario.Scenario.Pass;
import org.acmconversation.scenario.Scenario.Refuse;
import org.acmconversation.scenario.Scenario.Reschedule;
import org.acmconversation.scenario.Scenario.Start;
import org.acmconversation.scenario.Scenario.Step;
import org.acmconversation.scenario.Scenario.WaitAt;
import org.acmconversation.scenario.Scenario.Withdraw;
import org.acmconversation.scenario.ScenarioException;
import org.acmconversation.scenario.ScenarioFtop;
import org.acmconversation.scenario.ScenarioMessages;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;

/**
 * Runs scenarios, one after the other. Jobs run just before the next step that depends on them, so that a scenario can
 * state what FTOP will refuse right after the step that leads to the request.
 */
class ScenarioRunner {

    private static final String TENANT = "scenario.example";

    private final Engagements engagements;
    private final ConversationSchedule schedule;
    private final RepositoryService repositoryService;
    private final ServiceCatalog services;
    private final ScenarioFtop ftop;
    private final ScratchJobs jobs;
    private final ScratchTasks tasks;
    private final ExpectationCheck expectations;
    private final DeployedModels models;
    private final VisitedElements visited;
    private final ScenarioLimits limits;
    private final Set<Visited> reached = new HashSet<>();
    private final Set<Visited> reachedNow = new HashSet<>();

    ScenarioRunner(
            Engagements engagements,
            ConversationSchedule schedule,
            RepositoryService repositoryService,
            ServiceCatalog services,
            ScenarioFtop ftop,
            ScratchJobs jobs,
            ScratchTasks tasks,
            ExpectationCheck expectations,
            DeployedModels models,
            VisitedElements visited,
            ScenarioLimits limits) {
        this.engagements = engagements;
        this.schedule = schedule;
        this.repositoryService = repositoryService;
        this.services = services;
        this.ftop = ftop;
        this.jobs = jobs;
        this.tasks = tasks;
        this.expectations = expectations;
        this.models = models;
        this.visited = visited;
        this.limits = limits;
    }

    void deploy(Map<String, byte[]> files) {
        DeploymentBuilder deployment = repositoryService.createDeployment();
        files.forEach((path, content) -> deployment.addInputStream(path, new ByteArrayInputStream(content)));
        try {
            deployment.deploy();
        } catch (RefusedModelsException refusal) {
            throw new ScenarioException(ScenarioMessages.worded("models.refused", refusal.reasons()));
        } catch (ProcessEngineException failure) {
            throw new ScenarioException(ScenarioMessages.worded("models.refused", StepFailures.worded(failure)));
        }
        models.read();
    }

    Set<ModelPart> reached() {
        return models.parts(reached);
    }

    Set<ModelPart> choices() {
        return models.choices();
    }

    void run(Scenario scenario) {
        limits.begin();
        ftop.reset();
        visited.drain();
        try {
            UUID engagement = start(scenario.start());
            for (Step step : scenario.steps()) {
                doStep(step, engagement);
            }
            inStep(ScenarioMessages.worded("place.end"), jobs::run);
            reachedNow.addAll(visited.drain());
            expectations.check(scenario.expected(), engagement, reachedNow);
        } finally {
            reachedNow.addAll(visited.drain());
            reached.addAll(reachedNow);
            reachedNow.clear();
            jobs.deleteProcesses();
        }
    }

    private UUID start(Start start) {
        checkServices(start.services());
        try {
            return started(start);
        } catch (RuntimeException failure) {
            throw new ScenarioException(
                    "%s: %s".formatted(ScenarioMessages.worded("place.start"), StepFailures.worded(failure)));
        }
    }

    private UUID started(Start start) {
        return engagements
                .start(new NewEngagement(
                        UUID.randomUUID().toString(),
                        new Customer(start.customer(), TENANT),
                        start.segment(),
                        start.licenses(),
                        start.services(),
                        List.of(Initiative.RFA),
                        start.entryCriteria()))
                .id();
    }

    private void checkServices(List<String> named) {
        Set<String> known = services.knownServices();
        named.stream().filter(service -> !known.contains(service)).findFirst().ifPresent(unknown -> {
            throw new ScenarioException(
                    ScenarioMessages.corrected(ScenarioMessages.worded("service", unknown), unknown, known));
        });
    }

    private void doStep(Step step, UUID engagement) {
        inStep(step.written(), () -> {
            if (step instanceof Refuse refusal) {
                refusal.catalogIds().forEach(task -> ftop.refuseNext(task, refusal.reason()));
                return;
            }
            jobs.run();
            if (step instanceof Complete complete) {
                tasks.complete(complete);
            } else if (step instanceof Pass pass) {
                jobs.pass(pass.time());
            } else if (step instanceof Change change) {
                checkRunning(engagement);
                change(change, engagement);
            } else if (step instanceof Reschedule reschedule) {
                checkRunning(engagement);
                reschedule(reschedule, engagement);
            } else if (step instanceof Withdraw withdrawal) {
                checkRunning(engagement);
                engagements.withdraw(engagement, withdrawal.reason());
            } else if (step instanceof WaitAt expected) {
                expectations.checkWaiting(expected.activityIds());
            }
        });
    }

    private void checkRunning(UUID engagement) {
        if (!engagements.get(engagement).isRunning()) {
            throw new ScenarioException(ScenarioMessages.worded("ended"));
        }
    }

    private void change(Change change, UUID engagement) {
        if (change.services() != null) {
            checkServices(change.services());
        }
        engagements.changeProfile(
                engagement,
                profile -> new Profile(
                        Objects.requireNonNullElse(change.segment(), profile.segment()),
                        Objects.requireNonNullElse(change.licenses(), profile.licenses()),
                        Objects.requireNonNullElse(change.services(), profile.services()),
                        profile.entryCriteria()));
    }

    private void reschedule(Reschedule reschedule, UUID engagement) {
        try {
            schedule.reschedule(engagement, Instant.now().plus(reschedule.fromNow()));
        } catch (ProblemException refusal) {
            throw new ScenarioException(ScenarioMessages.worded("refused." + refusal.type()));
        }
    }

    /** Adds the step to the failure's message. */
    private void inStep(String step, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            throw new ScenarioException("%s: %s".formatted(step, StepFailures.worded(failure)));
        }
    }
}
