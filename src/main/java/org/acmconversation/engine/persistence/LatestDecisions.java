package org.acmconversation.engine.persistence;

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
        if (tenantId != null) {
            return super.findLatestDefinitionByKeyAndTenantId(key, tenantId);
        }
        String recent = definitions.latest(DecisionDefinitionEntity.class, key);
        DecisionDefinitionEntity parsed = recent == null
                ? null
                : Context.getProcessEngineConfiguration().getDeploymentCache().findDecisionDefinitionFromCache(recent);
        if (parsed != null) {
            return parsed;
        }
        DecisionDefinitionEntity latest = super.findLatestDefinitionByKeyAndTenantId(key, null);
        definitions.rememberLatest(key, latest);
        return latest;
    }
}
