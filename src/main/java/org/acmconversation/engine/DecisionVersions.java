package org.acmconversation.engine;

import java.util.NoSuchElementException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.springframework.stereotype.Component;

/** Finds the latest version of a decision. Deployments on other nodes take effect within a second. */
@Component
public class DecisionVersions {

    private final ProcessEngineConfigurationImpl configuration;

    DecisionVersions(ProcessEngineConfigurationImpl configuration) {
        this.configuration = configuration;
    }

    /**
     * Returns the definition id of the latest version.
     *
     * @param key decision id in the model
     * @throws NoSuchElementException if there is no such decision
     */
    public String latest(String key) {
        DecisionDefinitionEntity latest = configuration
                .getCommandExecutorTxRequired()
                .execute(context ->
                        context.getDecisionDefinitionManager().findLatestDefinitionByKeyAndTenantId(key, null));
        if (latest == null) {
            throw new NoSuchElementException("No model has a decision %s".formatted(key));
        }
        return latest.getId();
    }
}
