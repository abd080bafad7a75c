package org.acmconversation.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.acmconversation.engine.Models;
import org.acmconversation.engine.persistence.StandaloneDatabase;
import org.acmconversation.engine.persistence.StandaloneEngine;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a node keeps of models that it could not read completely. */
@Tag("context")
class ReadingDeployerTest {

    @Test
    void readsAProcessAgainAfterTheDatabaseFailedMeanwhile() {
        var database = StandaloneDatabase.onH2("reading-deployer");
        ProcessEngine engine = StandaloneEngine.over(database, getClass().getSimpleName());
        try {
            var cache = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getDeploymentCache();
            cache.setDeployers(((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                    .getDeployers().stream().<Deployer>map(ReadingDeployer::new).toList());
            String model = Models.process("waiting", "<bpmn:task id='step' camunda:asyncBefore='true'/>");
            engine.getRepositoryService()
                    .createDeployment()
                    .addString("waiting.bpmn", model)
                    .deploy();
            String definition = engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .singleResult()
                    .getId();
            var jdbc = JdbcClient.create(database);
            cache.discardProcessDefinitionCache();

            jdbc.sql("alter table ACT_RU_JOBDEF rename to LOST").update();
            assertThatThrownBy(() -> engine.getRuntimeService().startProcessInstanceById(definition))
                    .hasRootCauseInstanceOf(SQLException.class)
                    .rootCause()
                    .hasMessageContaining("ACT_RU_JOBDEF");
            jdbc.sql("alter table LOST rename to ACT_RU_JOBDEF").update();

            engine.getRuntimeService().startProcessInstanceById(definition);
            assertThat(engine.getManagementService()
                            .createJobQuery()
                            .singleResult()
                            .getJobDefinitionId())
                    .isNotNull();
        } finally {
            engine.close();
        }
    }
}
