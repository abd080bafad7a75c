package org.acmconversation.engine.model;

import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wraps one of the engine's deployers and reports models that it cannot parse as invalid input. Most of the engine's
 * own exceptions look like server errors, and none is meant for analysts.
 */
class ReadingDeployer implements Deployer {

    private static final Logger log = LoggerFactory.getLogger(ReadingDeployer.class);

    private final Deployer deployer;

    ReadingDeployer(Deployer deployer) {
        this.deployer = deployer;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        try {
            deployer.deploy(deployment);
        } catch (RuntimeException failure) {
            if (!UnreadableModel.isCauseOf(failure)) {
                throw failure;
            }
            log.info("The engine cannot read a deployment: {}", failure.getMessage());
            throw new RefusedModelsException(
                    UnreadableModel.reasons(failure, deployment.getResources().keySet()), failure);
        }
    }
}
