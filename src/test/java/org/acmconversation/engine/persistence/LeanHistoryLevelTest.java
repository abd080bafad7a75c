package org.acmconversation.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.acmconversation.engine.Models;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** What the history keeps about an ended process, and for how long, with the settings of the profile postgres. */
@Tag("context")
class LeanHistoryLevelTest {

    private static final String SETTINGS = "camunda.bpm.generic-properties.properties.";

    private static final String PROCESS =
            Models.process("kept", """
            <bpmn:userTask id="step" camunda:asyncBefore="true" camunda:candidateGroups="fasttrack-manager">
              <bpmn:extensionElements>
                <camunda:inputOutput>
                  <camunda:inputParameter name="shown">${answer}</camunda:inputParameter>
                </camunda:inputOutput>
              </bpmn:extensionElements>
            </bpmn:userTask>
            """).replace("historyTimeToLive=\"P1D\"", "historyTimeToLive=\"P3D\"");

    private ProcessEngine engine;
    private RuntimeService runtime;
    private TaskService tasks;
    private ManagementService management;
    private HistoryService history;

    @BeforeEach
    void start() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application-postgres.yaml"));
        var settings = yaml.getObject();
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("history-kept");
        configuration.setJdbcUrl("jdbc:h2:mem:history-kept");
        configuration.setHistory("full");
        configuration.setHistoryRemovalTimeStrategy(settings.getProperty(SETTINGS + "history-removal-time-strategy"));
        configuration.setHistoryCleanupStrategy(settings.getProperty(SETTINGS + "history-cleanup-strategy"));
        configuration.setProcessEnginePlugins(
                List.of(new ReducedHistory(), new TunedPersistence(new SlowCountCache())));
        engine = configuration.buildProcessEngine();
        runtime = engine.getRuntimeService();
        tasks = engine.getTaskService();
        management = engine.getManagementService();
        history = engine.getHistoryService();
        engine.getRepositoryService()
                .createDeployment()
                .addString("kept.bpmn", PROCESS)
                .deploy();
    }

    @AfterEach
    void stop() {
        ClockUtil.reset();
        engine.close();
    }

    private String untilTheTask() {
        String instance = runtime.startProcessInstanceByKey("kept", Map.of("answer", "yes"))
                .getId();
        management.executeJob(management.createJobQuery().singleResult().getId());
        return instance;
    }

    @Test
    void keepsLastValuesAndOperationsOfPeople() {
        String instance = untilTheTask();
        engine.getIdentityService().setAuthenticatedUserId("manager");
        String task = tasks.createTaskQuery().singleResult().getId();
        tasks.claim(task, "manager");
        runtime.setVariable(instance, "answer", "no");
        tasks.complete(task);

        assertThat(history.createHistoricVariableInstanceQuery()
                        .variableName("answer")
                        .singleResult()
                        .getValue())
                .isEqualTo("no");
        assertThat(history.createUserOperationLogQuery().operationType("Claim").count())
                .isOne();
        assertThat(history.createHistoricTaskInstanceQuery().singleResult().getAssignee())
                .isEqualTo("manager");
    }

    @Test
    void omitsPreviousValuesSucceededJobsAndCandidates() {
        String instance = untilTheTask();
        runtime.setVariable(instance, "answer", "no");

        assertThat(history.createHistoricDetailQuery().count()).isZero();
        assertThat(history.createHistoricJobLogQuery().count()).isZero();
        assertThat(history.createHistoricIdentityLinkLogQuery().count()).isZero();
    }

    @Test
    void keepsFailedJobs() {
        runtime.startProcessInstanceByKey("kept");
        Job job = management.createJobQuery().singleResult();

        assertThatThrownBy(() -> management.executeJob(job.getId())).hasMessageContaining("answer");

        assertThat(history.createHistoricJobLogQuery().failureLog().count()).isOne();
    }

    @Test
    void acceptsADatabaseOfTheFullLevel() {
        assertThat(new LeanHistoryLevel().getId()).isEqualTo(3);
        assertThat(new LeanHistoryLevel().getName()).isEqualTo("full");
    }

    @Test
    void cleansUpInstancesThatEndedBeforeTheTimeToLive() {
        untilTheTask();
        tasks.complete(tasks.createTaskQuery().singleResult().getId());
        String underWay = untilTheTask();

        // On H2 the engine counts midnights.
        cleanUp(Duration.ofDays(2));
        assertThat(history.createHistoricProcessInstanceQuery().count()).isEqualTo(2);

        cleanUp(Duration.ofDays(3));
        assertThat(history.createHistoricProcessInstanceQuery().singleResult().getId())
                .isEqualTo(underWay);
        assertThat(history.createHistoricVariableInstanceQuery().list())
                .allMatch(variable -> variable.getProcessInstanceId().equals(underWay));
    }

    private void cleanUp(Duration later) {
        ClockUtil.setCurrentTime(Date.from(Instant.now().plus(later)));
        history.cleanUpHistoryAsync(true);
        history.findHistoryCleanupJobs().forEach(job -> management.executeJob(job.getId()));
    }
}
