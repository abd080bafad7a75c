package org.acmconversation.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/**
 * Refuses models that would run what nobody listed, whichever way they are deployed. It asks again whenever the engine
 * loads a model, so that one which is in the database already does not run either.
 */
class DeploymentGuard extends AbstractProcessEnginePlugin {

    private final ModelCheck models;

    DeploymentGuard(AllowedBeans beans) {
        this.models = new ModelCheck(beans);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<Deployer> deployers = new ArrayList<>();
        deployers.add(this::check);
        if (configuration.getCustomPreDeployers() != null) {
            deployers.addAll(configuration.getCustomPreDeployers());
        }
        configuration.setCustomPreDeployers(deployers);
        configuration.setEnableXxeProcessing(false);
        configuration.setCmmnEnabled(false);
    }

    /** The cache of deployments, which has all models read, made itself a list of the deployers before. */
    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        List<Deployer> deployers = new ArrayList<>(configuration.getDeployers());
        deployers.replaceAll(ReadingDeployer::new);
        configuration.getDeploymentCache().setDeployers(deployers);
    }

    private void check(DeploymentEntity deployment) {
        String reasons = new TreeMap<>(deployment.getResources())
                .values().stream()
                        .flatMap(resource -> models.check(resource.getName(), resource.getBytes()).stream())
                        .map(Objection::toString)
                        .collect(Collectors.joining("\n"));
        if (!reasons.isEmpty()) {
            throw new BadUserRequestException(reasons);
        }
    }
}
