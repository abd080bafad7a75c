package org.acmconversation.engine.model;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the definitions of the active release. Models that it does not contain, or whose deployment was deleted, are
 * found by their latest version.
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
        return find(
                        release.deploymentId(),
                        (context, id) -> idOf(
                                context.getProcessDefinitionManager().findProcessDefinitionByDeploymentAndKey(id, key)),
                        context -> idOf(
                                context.getProcessDefinitionManager().findLatestDefinitionByKeyAndTenantId(key, null)))
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

    /** Returns the definition id of a decision; empty if no model has it. */
    public Optional<String> findDecision(String key) {
        return find(
                release.deploymentId(),
                (context, id) -> idOf(context.getDecisionDefinitionManager().findDefinitionByDeploymentAndKey(id, key)),
                context ->
                        idOf(context.getDecisionDefinitionManager().findLatestDefinitionByKeyAndTenantId(key, null)));
    }

    private Optional<String> find(
            Optional<String> deployment,
            BiFunction<CommandContext, String, @Nullable String> inDeployment,
            Function<CommandContext, @Nullable String> latest) {
        return configuration
                .getCommandExecutorTxRequired()
                .execute(context -> deployment
                        .map(id -> inDeployment.apply(context, id))
                        .or(() -> Optional.ofNullable(latest.apply(context))));
    }

    private static NoSuchElementException missing(String key) {
        return new NoSuchElementException("No model has a process or decision %s".formatted(key));
    }

    private static @Nullable String idOf(@Nullable ResourceDefinition definition) {
        return definition == null ? null : definition.getId();
    }
}
