package org.acmconversation.engine.model;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wraps one of the engine's deployers and reports models that it cannot parse as invalid input. Most of the engine's
 * own exceptions look like server errors, and none is meant for analysts. A model that was read only in part, because
 * the database failed, does not stay in the cache.
 */
class ReadingDeployer implements Deployer {

    private static final Logger log = LoggerFactory.getLogger(ReadingDeployer.class);

    private final Deployer deployer;

    ReadingDeployer(Deployer deployer) {
        this.deployer = deployer;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        boolean isRead = false;
        try {
            deployer.deploy(deployment);
            isRead = true;
        } catch (RuntimeException failure) {
            if (!UnreadableModel.isCauseOf(failure)) {
                throw failure;
            }
            log.info("The engine cannot read a deployment: {}", failure.getMessage());
            throw new RefusedModelsException(
                    UnreadableModel.reasons(failure, deployment.getResources().keySet()), failure);
        } finally {
            if (!isRead && !deployment.isNew()) {
                // The engine caches a process before it reads the ids of its job definitions, without which none of
                // its jobs can be created.
                Context.getProcessEngineConfiguration().getDeploymentCache().discardProcessDefinitionCache();
            }
        }
    }
}
