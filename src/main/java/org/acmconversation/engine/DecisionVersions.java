package org.acmconversation.engine;

import java.util.NoSuchElementException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.springframework.stereotype.Component;

/** Which version of a decision counts now. What another node has deployed does after a second at most. */
@Component
public class DecisionVersions {

    private final ProcessEngineConfigurationImpl configuration;

    DecisionVersions(ProcessEngineConfigurationImpl configuration) {
        this.configuration = configuration;
    }

    /**
     * The id of the latest version's definition.
     *
     * @param key the decision's id in its model
     * @throws NoSuchElementException if no model has it
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
