package org.acmconversation.engine.persistence;

import java.util.function.Supplier;
import org.acmconversation.engine.persistence.RecentDefinitions.Query;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;

/**
 * Caches for a second which version of a decision is the latest or in a deployment, since each business rule task reads
 * it. Deployments bypass the cache.
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
                ? definitions.find(DecisionDefinitionEntity.class, Query.latest(key), LatestDecisions::parsed, read)
                : read.get();
    }

    @Override
    public DecisionDefinitionEntity findDecisionDefinitionByDeploymentAndKey(String deployment, String key) {
        return definitions.find(
                DecisionDefinitionEntity.class,
                new Query(key, deployment),
                LatestDecisions::parsed,
                () -> super.findDecisionDefinitionByDeploymentAndKey(deployment, key));
    }

    private static DecisionDefinitionEntity parsed(String id) {
        return Context.getProcessEngineConfiguration().getDeploymentCache().findDecisionDefinitionFromCache(id);
    }
}
