package org.acmconversation.engine.persistence;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;

/** Knows for a moment which version of a decision is the latest; each business rule task asks. */
class LatestDecisions extends DecisionDefinitionManager {

    private final RecentDefinitions definitions;

    LatestDecisions(RecentDefinitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public DecisionDefinitionEntity findLatestDecisionDefinitionByKeyAndTenantId(String key, String tenantId) {
        String recent = tenantId == null ? definitions.latestDecision(key) : null;
        DecisionDefinitionEntity parsed = recent == null
                ? null
                : Context.getProcessEngineConfiguration().getDeploymentCache().findDecisionDefinitionFromCache(recent);
        if (parsed != null) {
            return parsed;
        }
        DecisionDefinitionEntity latest = super.findLatestDecisionDefinitionByKeyAndTenantId(key, tenantId);
        if (latest != null && tenantId == null) {
            definitions.rememberLatestDecision(key, latest.getId());
        }
        return latest;
    }
}
