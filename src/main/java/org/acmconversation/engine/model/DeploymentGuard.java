package org.acmconversation.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/**
 * Rejects unsafe models and models that break a rule, however they are deployed. Safety is checked again when the
 * engine loads a model, so that an unsafe model that is already in the database does not run either; the rules apply
 * only to new deployments.
 */
public class DeploymentGuard extends AbstractProcessEnginePlugin {

    /** Maximum number of reported objections. */
    private static final int MAX_OBJECTIONS = 100;

    private final AllowedBeans beans;
    private final ModelCheck safety;
    private final Supplier<DeploymentRules> rules;

    public DeploymentGuard(AllowedBeans beans, Supplier<DeploymentRules> rules) {
        this.beans = beans;
        this.safety = new ModelCheck(beans);
        this.rules = rules;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<Deployer> deployers = new ArrayList<>();
        deployers.add(this::check);
        if (configuration.getCustomPreDeployers() != null) {
            deployers.addAll(configuration.getCustomPreDeployers());
        }
        configuration.setCustomPreDeployers(deployers);
        configuration.setRepositoryService(new CheckedRepositoryService());
        configuration.setEnableXxeProcessing(false);
        configuration.setCmmnEnabled(false);
    }

    /** Replaces the deployers in the deployment cache, which has its own list of them. */
    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        List<Deployer> deployers = new ArrayList<>(configuration.getDeployers());
        deployers.replaceAll(ReadingDeployer::new);
        configuration.getDeploymentCache().setDeployers(deployers);
    }

    private void check(DeploymentEntity deployment) {
        Map<String, byte[]> files = new TreeMap<>();
        deployment.getResources().forEach((name, resource) -> files.put(name, resource.getBytes()));
        List<Objection> objections = files.entrySet().stream()
                .flatMap(file -> safety.check(file.getKey(), file.getValue()).stream())
                .toList();
        if (objections.isEmpty() && deployment.isNew()) {
            var repository = Context.getProcessEngineConfiguration().getRepositoryService();
            objections = rules.get().check(files, RunningModels.files(repository), beans);
        }
        if (!objections.isEmpty()) {
            throw new RefusedModelsException(objections.stream()
                    .limit(MAX_OBJECTIONS)
                    .map(Objection::toString)
                    .collect(Collectors.joining("\n")));
        }
    }
}
