package org.acmconversation.process;

import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.acmconversation.engagement.CurrentActivity;
import org.acmconversation.engagement.Engagement;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.Profile;
import org.acmconversation.ftop.FtopTask;
import org.acmconversation.ftop.FtopTaskStatus;
import org.acmconversation.ftop.FtopTasks;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;

/** A running conversation and helpers to drive it. */
class Conversation {

    private final ProcessEngine engine;
    private final Engagements engagements;
    private final FtopTasks ftopTasks;
    private final UUID id;
    private final String processInstanceId;

    Conversation(
            ProcessEngine engine, Engagements engagements, FtopTasks ftopTasks, UUID id, String processInstanceId) {
        this.engine = engine;
        this.engagements = engagements;
        this.ftopTasks = ftopTasks;
        this.id = id;
        this.processInstanceId = processInstanceId;
    }

    Engagement engagement() {
        return engagements.get(id);
    }

    /** Returns the main process instance for camunda-bpm-assert, running or ended. */
    ProcessInstance process() {
        return new ProcessInstanceById(processInstanceId);
    }

    UUID id() {
        return id;
    }

    /** Returns the ids of the current activities, including those of called processes. */
    List<String> waitingAt() {
        return engagements.state(id).currentActivities().stream()
                .map(CurrentActivity::activityId)
                .sorted()
                .toList();
    }

    Map<String, FtopTaskStatus> ftopTasks() {
        var statuses = new HashMap<String, FtopTaskStatus>();
        for (FtopTask task : ftopTasks.of(id)) {
            statuses.put(task.catalogId(), task.status());
        }
        return statuses;
    }

    FtopTask ftopTask(String catalogId) {
        return ftopTasks.of(id).stream()
                .filter(task -> task.catalogId().equals(catalogId))
                .findFirst()
                .orElseThrow();
    }

    Task task(String activityId) {
        return tasks(activityId).singleResult();
    }

    /** Returns the value discussion of an FTOP task. */
    Task discussion(String catalogId) {
        return tasks("deliverValueDiscussion")
                .processVariableValueEquals("catalogId", catalogId)
                .singleResult();
    }

    List<Task> openTasks() {
        return tasks(null).list();
    }

    private TaskQuery tasks(String activityId) {
        TaskQuery query = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(id.toString());
        return activityId == null ? query : query.taskDefinitionKey(activityId);
    }

    /** Completes a task with valid values, overridden by the given ones, and runs the following jobs. */
    Conversation complete(String activityId, Object... namesAndValues) {
        return complete(task(activityId), namesAndValues);
    }

    Conversation complete(Task task, Object... namesAndValues) {
        Map<String, Object> values = new HashMap<>(FormValues.valid(task.getTaskDefinitionKey()));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        engine.getTaskService().complete(task.getId(), values);
        return runJobs();
    }

    /** Completes a task without running the following jobs. */
    Conversation submit(String activityId) {
        engine.getTaskService().complete(task(activityId).getId(), FormValues.valid(activityId));
        return this;
    }

    /** Holds the conversation with the customer, without asking for a partner. */
    Conversation hold(Object... namesAndValues) {
        return runJobs().complete("scheduleConversation").complete("conductConversation", namesAndValues);
    }

    /** Runs jobs except timers, until none is left or one has no retries left. */
    Conversation runJobs() {
        List<Job> jobs = messages();
        while (!jobs.isEmpty()) {
            jobs.forEach(job -> engine.getManagementService().executeJob(job.getId()));
            jobs = messages();
        }
        return this;
    }

    /** Runs the only waiting job. */
    Conversation runJob() {
        engine.getManagementService().executeJob(messages().get(0).getId());
        return this;
    }

    /** Repeats an element, as after a crash that rolled back its completion but not its effects. */
    void repeatActivity(String activityId) {
        engine.getRuntimeService()
                .createProcessInstanceModification(processInstanceId)
                .cancelAllForActivity(waitingAt().get(0))
                .startBeforeActivity(activityId)
                .execute();
        runJobs();
    }

    /** Fires the reminder of an open task. */
    void remind(String activityId) {
        fireTimers(new Date(
                task(activityId).getDueDate().getTime() - Duration.ofMinutes(1).toMillis()));
    }

    /** Runs the only waiting job once and returns its exception, if any. */
    Throwable runJobOnce() {
        try {
            engine.getManagementService().executeJob(messages().get(0).getId());
            return null;
        } catch (RuntimeException failure) {
            return failure;
        }
    }

    private List<Job> messages() {
        return allJobs().stream()
                .filter(job -> job.getRetries() > 0 && job.getDuedate() == null || isRetried(job))
                .toList();
    }

    /** A failed job has a due date but is not a timer. */
    private static boolean isRetried(Job job) {
        return job.getRetries() > 0 && job.getExceptionMessage() != null;
    }

    List<Job> allJobs() {
        List<String> instances = engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(id.toString())
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .toList();
        return engine.getManagementService().createJobQuery().list().stream()
                .filter(job -> instances.contains(job.getProcessInstanceId()))
                .toList();
    }

    void retryFailedJobs() {
        allJobs().stream()
                .filter(job -> job.getRetries() == 0)
                .forEach(job -> engine.getManagementService().setJobRetries(job.getId(), 1));
    }

    long incidents() {
        return engine.getRuntimeService().createIncidentQuery().list().stream()
                .filter(incident ->
                        allJobs().stream().anyMatch(job -> job.getId().equals(incident.getConfiguration())))
                .count();
    }

    /** Moves the time past an open task's due date and fires its timers. */
    Conversation letExpire(String activityId) {
        Date due = task(activityId).getDueDate();
        fireTimers(new Date(due.getTime() + Duration.ofMinutes(1).toMillis()));
        return this;
    }

    /** Fires an element's timer before it is due. */
    void fireTimer(String activityId) {
        List<String> definitions =
                engine.getManagementService().createJobDefinitionQuery().activityIdIn(activityId).list().stream()
                        .map(JobDefinition::getId)
                        .toList();
        allJobs().stream()
                .filter(job -> definitions.contains(job.getJobDefinitionId()))
                .forEach(job -> engine.getManagementService().executeJob(job.getId()));
    }

    private void fireTimers(Date now) {
        ClockUtil.setCurrentTime(now);
        try {
            allJobs().stream()
                    .filter(job -> job.getDuedate() != null && !isRetried(job))
                    .filter(job -> !job.getDuedate().after(now))
                    .sorted((one, other) -> one.getDuedate().compareTo(other.getDuedate()))
                    .forEach(job -> engine.getManagementService().executeJob(job.getId()));
        } finally {
            ClockUtil.reset();
        }
    }

    Conversation change(UnaryOperator<Profile> change) {
        engagements.changeProfile(id, change);
        return this;
    }

    Conversation withdraw() {
        engagements.withdraw(id, "El cliente cancela");
        return runJobs();
    }

    Object variable(String name) {
        return engine.getRuntimeService().getVariable(processInstanceId, name);
    }
}
