package org.acmconversation.engine.persistence;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;

/**
 * Knows for a moment which version of a decision is the latest; each business rule task asks. Who deploys one asks
 * otherwise, and is told what is true.
 */
class LatestDecisions extends DecisionDefinitionManager {

    private final RecentDefinitions definitions;

    LatestDecisions(RecentDefinitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public DecisionDefinitionEntity findLatestDefinitionByKeyAndTenantId(String key, String tenantId) {
        Supplier<DecisionDefinitionEntity> read = () -> super.findLatestDefinitionByKeyAndTenantId(key, tenantId);
        return tenantId == null
                ? definitions.latest(DecisionDefinitionEntity.class, key, LatestDecisions::parsed, read)
                : read.get();
    }

    private static DecisionDefinitionEntity parsed(String id) {
        return Context.getProcessEngineConfiguration().getDeploymentCache().findDecisionDefinitionFromCache(id);
    }
}
