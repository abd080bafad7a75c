package org.acmconversation.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;

/**
 * The engine's repository service, without what a deployment may ask for beside its files and the application cannot
 * live with: models of a tenant, of which it starts none, and models that are active only later.
 */
class CheckedRepositoryService extends RepositoryServiceImpl {

    @Override
    public DeploymentWithDefinitions deployWithResult(DeploymentBuilderImpl deployment) {
        if (deployment.getDeployment().getTenantId() != null) {
            throw new BadUserRequestException(
                    Objections.worded("tenant", deployment.getDeployment().getTenantId()));
        }
        if (deployment.getProcessDefinitionsActivationDate() != null) {
            throw new BadUserRequestException(Objections.worded("activation"));
        }
        return super.deployWithResult(deployment);
    }
}
