package org.acmconversation.engine.model;

import java.util.NoSuchElementException;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the definitions of the active release. Processes that it does not contain are found by their latest version,
 * and so is everything if its deployment was deleted.
 */
@Component
public class ActiveModels {

    private final ProcessEngineConfigurationImpl configuration;
    private final ActiveRelease release;

    ActiveModels(ProcessEngineConfigurationImpl configuration, ActiveRelease release) {
        this.configuration = configuration;
        this.release = release;
    }

    /**
     * Returns the definition id of a process.
     *
     * @param key process id in the model
     * @throws NoSuchElementException if there is no such process
     */
    public String process(String key) {
        return read(context -> {
                    var definitions = context.getProcessDefinitionManager();
                    return release.deploymentId()
                            .map(id -> idOf(definitions.findProcessDefinitionByDeploymentAndKey(id, key)))
                            .or(() -> Optional.ofNullable(
                                    idOf(definitions.findLatestDefinitionByKeyAndTenantId(key, null))));
                })
                .orElseThrow(() -> missing(key));
    }

    /**
     * Returns the definition id of a decision.
     *
     * @param key decision id in the model
     * @throws NoSuchElementException if there is no such decision
     */
    public String decision(String key) {
        return findDecision(key).orElseThrow(() -> missing(key));
    }

    /**
     * Returns the definition id of a decision; empty if the active release does not have it, even if an earlier one
     * did.
     */
    public Optional<String> findDecision(String key) {
        Optional<String> deployment = release.deploymentId();
        Optional<String> found = deployment.flatMap(id -> decisionIn(id, key));
        return found.isPresent() || deployment.filter(this::isDeployed).isPresent() ? found : latestDecision(key);
    }

    /** Returns the definition id of a decision in a deployment. */
    public Optional<String> decisionIn(String deploymentId, String key) {
        return read(context -> Optional.ofNullable(
                idOf(context.getDecisionDefinitionManager().findDefinitionByDeploymentAndKey(deploymentId, key))));
    }

    private Optional<String> latestDecision(String key) {
        return read(context -> Optional.ofNullable(
                idOf(context.getDecisionDefinitionManager().findLatestDefinitionByKeyAndTenantId(key, null))));
    }

    private boolean isDeployed(String deploymentId) {
        return read(context -> context.getDeploymentManager().findDeploymentById(deploymentId) != null);
    }

    private <T> T read(Command<T> query) {
        return configuration.getCommandExecutorTxRequired().execute(query);
    }

    private static NoSuchElementException missing(String key) {
        return new NoSuchElementException("No model has a process or decision %s".formatted(key));
    }

    private static @Nullable String idOf(@Nullable ResourceDefinition definition) {
        return definition == null ? null : definition.getId();
    }
}
