package org.acmconversation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The models that travel with the application are deployed once. */
class ModelDeploymentTest {

    @Test
    void modelsThatHaveNotChangedMakeNoNewVersion() {
        try (var guarded = new GuardedEngine("redeployed")) {
            RepositoryService repositoryService = guarded.engine().getRepositoryService();

            deploy(repositoryService);
            deploy(repositoryService);

            assertThat(repositoryService.createDeploymentQuery().count()).isOne();
            assertThat(repositoryService.createProcessDefinitionQuery().list())
                    .extracting(ProcessDefinition::getVersion)
                    .hasSize(4)
                    .containsOnly(1);
        }
    }

    private static void deploy(RepositoryService repositoryService) {
        new ModelDeployment(repositoryService, new PathMatchingResourcePatternResolver()).afterSingletonsInstantiated();
    }
}
