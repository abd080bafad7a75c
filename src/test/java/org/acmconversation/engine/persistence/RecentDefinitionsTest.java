package org.acmconversation.engine.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.acmconversation.engine.Models;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.management.JobDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Cached definitions: changes on this node apply immediately, those of other nodes after a second. */
@Tag("context")
@TestInstance(Lifecycle.PER_CLASS)
class RecentDefinitionsTest {

    private static final String PROCESS = Models.process(
            "recent",
            "<bpmn:userTask id=\"step\" camunda:asyncBefore=\"true\" camunda:candidateGroups=\"${answer}\" />");

    private static final String DECIDING = Models.process(
            "deciding",
            "<bpmn:businessRuleTask id=\"step\" camunda:decisionRef=\"limit\" camunda:resultVariable=\"answer\" camunda:mapDecisionResult=\"singleEntry\" />");

    private final ProcessEngine node = node("true");
    private final RuntimeService runtime = node.getRuntimeService();
    private final ManagementService management = node.getManagementService();
    private final ProcessEngine other = node("false");
    private String definition;

    private static ProcessEngine node(String schema) {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("recent-" + schema);
        configuration.setJdbcUrl("jdbc:h2:mem:recent");
        configuration.setDatabaseSchemaUpdate(schema);
        configuration.setHistory("full");
        configuration.setProcessEnginePlugins(
                List.of(new ReducedHistory(), new TunedPersistence(new SlowCountCache())));
        return configuration.buildProcessEngine();
    }

    @BeforeEach
    void deploy() {
        definition = node.getRepositoryService()
                .createDeployment()
                .addString("recent.bpmn", PROCESS)
                .deployWithResult()
                .getDeployedProcessDefinitions()
                .get(0)
                .getId();
    }

    @AfterEach
    void deleteDeployments() {
        node.getRepositoryService()
                .createDeploymentQuery()
                .list()
                .forEach(deployment -> node.getRepositoryService().deleteDeployment(deployment.getId(), true));
    }

    @AfterAll
    void stop() {
        other.close();
        node.close();
    }

    private Job started() {
        String instance = runtime.startProcessInstanceById(definition, Map.of("answer", "managers"))
                .getId();
        return management.createJobQuery().processInstanceId(instance).singleResult();
    }

    @Test
    void startsNoInstanceOfADefinitionSuspendedOnThisNode() {
        started();

        node.getRepositoryService().suspendProcessDefinitionById(definition);

        assertThatThrownBy(this::started).isInstanceOf(SuspendedEntityInteractionException.class);
    }

    @Test
    void startsNoInstanceOfADefinitionSuspendedOnAnotherNode() {
        started();

        other.getRepositoryService().suspendProcessDefinitionById(definition);

        await().untilAsserted(() ->
                assertThatThrownBy(this::started).isInstanceOf(SuspendedEntityInteractionException.class));
    }

    @Test
    void createsJobsOfASuspendedJobDefinitionSuspended() {
        assertThat(started().isSuspended()).isFalse();

        management.suspendJobDefinitionByProcessDefinitionId(definition);

        assertThat(started().isSuspended()).isTrue();
    }

    @Test
    void usesANewPriorityForJobsASecondLater() {
        started();
        JobDefinition jobs = management.createJobDefinitionQuery().singleResult();

        management.setOverridingJobPriorityForJobDefinition(jobs.getId(), 7);

        await().untilAsserted(() -> assertThat(started().getPriority()).isEqualTo(7));
        assertThat(management.createJobDefinitionQuery().singleResult().getOverridingJobPriority())
                .isEqualTo(7);
    }

    @Test
    void usesADecisionDeployedOnThisNodeImmediately() {
        deploy(node, DECIDING, Models.decision("limit", "", "1"));
        assertThat(decided()).isEqualTo(1L);

        deploy(node, DECIDING, Models.decision("limit", "", "2"));

        assertThat(decided()).isEqualTo(2L);
    }

    @Test
    void usesADecisionDeployedOnAnotherNodeASecondLater() {
        deploy(node, DECIDING, Models.decision("limit", "", "1"));
        assertThat(decided()).isEqualTo(1L);

        deploy(other, DECIDING, Models.decision("limit", "", "2"));

        await().untilAsserted(() -> assertThat(decided()).isEqualTo(2L));
    }

    @Test
    void clearsTheCacheWhenADeploymentIsCommitted() {
        deploy(node, DECIDING, Models.decision("limit", "", "1"));
        var configuration = (ProcessEngineConfigurationImpl) node.getProcessEngineConfiguration();

        configuration.getCommandExecutorTxRequired().execute(context -> {
            context.getTransactionContext()
                    .addTransactionListener(
                            TransactionState.COMMITTING,
                            written -> assertThat(CompletableFuture.supplyAsync(this::decided)
                                            .join())
                                    .isEqualTo(1L));
            deploy(node, DECIDING, Models.decision("limit", "", "2"));
            return null;
        });

        assertThat(decided()).isEqualTo(2L);
    }

    @Test
    void usesTheDecisionOfItsDeployment() {
        String bound = DECIDING.replace("decisionRef=", "decisionRefBinding=\"deployment\" camunda:decisionRef=");
        deploy(node, bound, Models.decision("limit", "", "1"));
        String first = node.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("deciding")
                .singleResult()
                .getId();
        deploy(node, bound, Models.decision("limit", "", "2"));

        assertThat(decided()).isEqualTo(2L);
        assertThat(decided(runtime.startProcessInstanceById(first).getId())).isEqualTo(1L);
        assertThat(decided()).isEqualTo(2L);
    }

    private static void deploy(ProcessEngine on, String process, String decision) {
        on.getRepositoryService()
                .createDeployment()
                .addString("deciding.bpmn", process)
                .addString("limit.dmn", decision)
                .deploy();
    }

    private Object decided() {
        return decided(runtime.startProcessInstanceByKey("deciding").getId());
    }

    private Object decided(String instance) {
        return node.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance)
                .variableName("answer")
                .singleResult()
                .getValue();
    }

    @Test
    void resolvesAnIncidentWithItsJob() {
        String instance = runtime.startProcessInstanceById(definition).getId();
        Job job = management.createJobQuery().processInstanceId(instance).singleResult();
        management.setJobRetries(job.getId(), 1);
        assertThatThrownBy(() -> management.executeJob(job.getId())).hasMessageContaining("answer");
        assertThat(runtime.createIncidentQuery().count()).isOne();

        runtime.setVariable(instance, "answer", "managers");
        management.executeJob(job.getId());

        assertThat(runtime.createIncidentQuery().count()).isZero();
    }

    @Test
    void resolvesAnIncidentWhenItsJobIsRetried() {
        Job job = started();
        management.setJobRetries(job.getId(), 0);
        assertThat(runtime.createIncidentQuery().count()).isOne();

        management.setJobRetries(job.getId(), 1);

        assertThat(runtime.createIncidentQuery().count()).isZero();
    }

    @Test
    void resolvesAnIncidentWhenItsJobDefinitionIsRetried() {
        String instance = runtime.startProcessInstanceById(definition).getId();
        Job job = management.createJobQuery().processInstanceId(instance).singleResult();
        management.setJobRetries(job.getId(), 0);
        management.setJobRetriesByJobDefinitionId(job.getJobDefinitionId(), 1);
        assertThat(runtime.createIncidentQuery().count()).isOne();

        runtime.setVariable(instance, "answer", "managers");
        management.executeJob(job.getId());

        assertThat(runtime.createIncidentQuery().count()).isZero();
    }
}
