package org.acmconversation.engine.model;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;

/**
 * The engine's repository service. Rejects deployment options that the application does not support: tenants and
 * activation dates.
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
