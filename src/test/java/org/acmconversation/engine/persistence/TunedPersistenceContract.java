package org.acmconversation.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.acmconversation.engine.Models;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The engine reads and writes the same as a stock engine, with fewer statements. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class TunedPersistenceContract {

    private static final Instant START = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final Duration LONG = Duration.ofHours(49).plusMillis(1);

    private static final String TWO_TIMES = Models.process("two-times", """
            <bpmn:userTask id="step">
              <bpmn:multiInstanceLoopCharacteristics camunda:collection="names" camunda:elementVariable="name" />
            </bpmn:userTask>""");

    private static final String REMINDING = Models.process("reminding", """
            <bpmn:userTask id="step" camunda:asyncBefore="true" />
            <bpmn:boundaryEvent id="first" attachedToRef="step" cancelActivity="false">
              <bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition>
            </bpmn:boundaryEvent>
            <bpmn:boundaryEvent id="second" attachedToRef="step" cancelActivity="false">
              <bpmn:timerEventDefinition><bpmn:timeDuration>P2D</bpmn:timeDuration></bpmn:timerEventDefinition>
            </bpmn:boundaryEvent>""");

    private ProcessEngine engine;
    private RuntimeService runtime;
    private TaskService tasks;
    private HistoryService history;

    abstract DataSource database();

    @BeforeAll
    void startEngine() {
        engine = StandaloneEngine.over(database(), getClass().getSimpleName());
        runtime = engine.getRuntimeService();
        tasks = engine.getTaskService();
        history = engine.getHistoryService();
        engine.getRepositoryService()
                .createDeployment()
                .addString("two-times.bpmn", TWO_TIMES)
                .addString("reminding.bpmn", REMINDING)
                .deploy();
    }

    @BeforeEach
    void setClock() {
        ClockUtil.setCurrentTime(Date.from(START));
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @AfterAll
    void stopEngine() {
        engine.getRepositoryService()
                .createDeploymentQuery()
                .list()
                .forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment.getId(), true));
        engine.close();
    }

    private String started(String... names) {
        return runtime.startProcessInstanceByKey("two-times", Map.of("names", List.of(names)))
                .getId();
    }

    private List<Task> open(String instance) {
        return tasks.createTaskQuery().processInstanceId(instance).list();
    }

    private void completeAll(String instance) {
        open(instance).forEach(task -> tasks.complete(task.getId()));
    }

    @Test
    void computesDurationsWithoutReadingTheStart() {
        String instance = started("Ana");
        ClockUtil.setCurrentTime(Date.from(START.plus(LONG)));

        completeAll(instance);

        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getDurationInMillis())
                .isEqualTo(LONG.toMillis());
        assertThat(history.createHistoricTaskInstanceQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getDurationInMillis())
                .isEqualTo(LONG.toMillis());
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .activityId("step")
                        .singleResult()
                        .getDurationInMillis())
                .isEqualTo(LONG.toMillis());
    }

    @Test
    void writesMoreRowsThanOneStatementCanTake() {
        int many = 4_000;
        Map<String, Object> variables =
                IntStream.range(0, many).boxed().collect(Collectors.toMap("value%d"::formatted, i -> i));
        variables.put("names", Collections.nCopies(250, "Ana"));

        String instance =
                runtime.startProcessInstanceByKey("two-times", variables).getId();

        assertThat(open(instance)).hasSize(250);
        assertThat(runtime.createVariableInstanceQuery()
                        .processInstanceIdIn(instance)
                        .variableNameLike("value%")
                        .count())
                .isEqualTo(many);

        runtime.deleteProcessInstance(instance, "enough");

        assertThat(open(instance)).isEmpty();
        assertThat(runtime.createVariableInstanceQuery()
                        .processInstanceIdIn(instance)
                        .count())
                .isZero();
    }

    @Test
    void leavesNoRowsOfAnEndedInstance() {
        String instance = started("Ana", "Luis", "Eva");
        completeAll(instance);

        assertThat(runtime.createExecutionQuery().processInstanceId(instance).list())
                .isEmpty();
        assertThat(runtime.createVariableInstanceQuery()
                        .processInstanceIdIn(instance)
                        .list())
                .isEmpty();
    }

    @Test
    void readsVariablesByScope() {
        String instance = started("Ana", "Luis");

        assertThat(open(instance))
                .extracting(task -> tasks.getVariable(task.getId(), "name"))
                .containsExactlyInAnyOrder("Ana", "Luis");
        assertThat(runtime.getVariablesLocal(instance)).containsOnlyKeys("names");
    }

    @Test
    void deletesVariablesOfAStandaloneTaskWithIt() {
        String instance = started("Ana", "Luis");
        Task first = open(instance).get(0);
        tasks.setVariableLocal(first.getId(), "note", "mine");
        Task second = open(instance).get(1);

        assertThat(tasks.getVariablesLocal(second.getId())).doesNotContainKey("note");
        tasks.complete(first.getId());

        assertThat(runtime.createVariableInstanceQuery().variableName("note").list())
                .isEmpty();
    }

    @Test
    void deletesCandidatesWithTheirTask() {
        String instance = started("Ana", "Luis");
        List<Task> both = open(instance);
        both.forEach(task -> tasks.addCandidateGroup(task.getId(), "engineers"));

        tasks.complete(both.get(0).getId());

        assertThat(tasks.createTaskQuery().taskCandidateGroup("engineers").list())
                .extracting(Task::getId)
                .containsExactly(both.get(1).getId());
        assertThatThrownBy(() -> tasks.getIdentityLinksForTask(both.get(0).getId()))
                .isInstanceOf(NullValueException.class);
        assertThat(tasks.getIdentityLinksForTask(both.get(1).getId())).hasSize(1);
    }

    @Test
    void runsOneJobOfAnExecutionWithoutTheOthers() {
        ManagementService management = engine.getManagementService();
        String instance = runtime.startProcessInstanceByKey("reminding").getId();
        Supplier<List<Job>> jobs = () -> management
                .createJobQuery()
                .processInstanceId(instance)
                .orderByJobDuedate()
                .asc()
                .list();
        management.executeJob(jobs.get().get(0).getId());
        assertThat(jobs.get()).hasSize(2);

        management.executeJob(jobs.get().get(0).getId());

        assertThat(jobs.get()).hasSize(1);
        completeAll(instance);
        assertThat(jobs.get()).isEmpty();
    }

    @Test
    void completesSubTasksWithTheirTask() {
        String instance = started("Ana");
        Task task = open(instance).get(0);
        Task part = tasks.newTask();
        part.setParentTaskId(task.getId());
        tasks.saveTask(part);

        tasks.complete(task.getId());

        assertThat(tasks.createTaskQuery().taskId(part.getId()).list()).isEmpty();
    }

    @Test
    void readsLongValuesOfSeveralVariables() {
        String instance = started("Ana");
        Map<String, Object> values = Map.of("one", List.of("1"), "two", List.of("2"));
        runtime.setVariables(instance, values);

        assertThat(runtime.getVariables(instance, values.keySet())).isEqualTo(values);
    }

    @Test
    void insertsAndDeletesManyRowsOfATable() {
        String[] names = IntStream.range(0, 120).mapToObj(i -> "name " + i).toArray(String[]::new);

        String instance = started(names);

        assertThat(open(instance)).hasSize(names.length);
        runtime.deleteProcessInstance(instance, "over");
        assertThat(runtime.createVariableInstanceQuery()
                        .processInstanceIdIn(instance)
                        .list())
                .isEmpty();
    }

    @Test
    void failsToDeleteARowThatWasChangedConcurrently() {
        String instance = started("Ana");

        assertThatThrownBy(() -> deleteWhileItChanges(instance)).isInstanceOf(OptimisticLockingException.class);

        assertThat(runtime.createVariableInstanceQuery()
                        .processInstanceIdIn(instance)
                        .variableName("names")
                        .list())
                .hasSize(1);
    }

    /** Another command changes one of its variables and commits first. */
    private void deleteWhileItChanges(String instance) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        configuration.getCommandExecutorTxRequired().execute(context -> {
            runtime.deleteProcessInstance(instance, "over");
            inAnotherTransaction(() -> runtime.setVariable(instance, "names", List.of("Luis")));
            return null;
        });
    }

    private static void inAnotherTransaction(Runnable command) {
        var thread = new Thread(command);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
