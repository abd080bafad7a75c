package org.acmconversation.scenario.process;

import java.time.Duration;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.acmconversation.engine.ScratchTime;
import org.acmconversation.scenario.ScenarioException;
import org.acmconversation.scenario.ScenarioMessages;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;

/** Runs the jobs of the only engagement that a scratch engine has at a time. */
class ScratchJobs {

    private final ManagementService managementService;
    private final RuntimeService runtimeService;
    private final ScratchTime time;
    private final DeployedModels models;
    private final ScenarioLimits limits;

    ScratchJobs(
            ManagementService managementService,
            RuntimeService runtimeService,
            ScratchTime time,
            DeployedModels models,
            ScenarioLimits limits) {
        this.managementService = managementService;
        this.runtimeService = runtimeService;
        this.time = time;
        this.models = models;
        this.limits = limits;
    }

    /** Runs the due jobs and those that they create. */
    void run() {
        for (Optional<Job> job = due(); job.isPresent(); job = due()) {
            limits.step();
            run(job.get());
        }
    }

    private Optional<Job> due() {
        return jobs().stream()
                .filter(job -> job.getDuedate() == null || !job.getDuedate().after(new Date()))
                .findFirst();
    }

    /** Jobs without a due date come first, in the order of their creation. */
    private List<Job> jobs() {
        return managementService.createJobQuery().active().list().stream()
                .sorted(Comparator.comparing(Job::getDuedate, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(Job::getId))
                .toList();
    }

    private void run(Job job) {
        try {
            managementService.executeJob(job.getId());
        } catch (RuntimeException failure) {
            JobDefinition definition = managementService
                    .createJobDefinitionQuery()
                    .jobDefinitionId(job.getJobDefinitionId())
                    .singleResult();
            throw new ScenarioException(ScenarioMessages.worded(
                    "job",
                    definition == null ? "" : models.shown(definition.getActivityId()),
                    StepFailures.worded(failure)));
        }
    }

    /** Advances time from one timer to the next, because one timer may start another. */
    void pass(Duration duration) {
        long left = duration.toMillis();
        run();
        for (Optional<Long> wait = untilNext(); wait.isPresent() && wait.get() <= left; wait = untilNext()) {
            time.pass(Duration.ofMillis(wait.get()));
            left -= wait.get();
            run();
        }
        time.pass(Duration.ofMillis(left));
    }

    private Optional<Long> untilNext() {
        return jobs().stream()
                .map(Job::getDuedate)
                .filter(due -> due != null)
                .findFirst()
                .map(due -> Math.max(0, due.getTime() - System.currentTimeMillis()));
    }

    /** Whether no process instance is left. */
    boolean hasEnded() {
        return runtimeService.createProcessInstanceQuery().count() == 0;
    }

    /** Deletes everything before the next engagement. */
    void deleteProcesses() {
        for (ProcessInstance instance : runtimeService
                .createProcessInstanceQuery()
                .rootProcessInstances()
                .list()) {
            runtimeService.deleteProcessInstance(instance.getId(), null, true, true, true, false);
        }
    }
}
