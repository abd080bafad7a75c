package org.acmconversation.engine.persistence;

import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;

/**
 * Knows for a moment which version of a process is the latest; each call activity asks. Who deploys one asks otherwise,
 * and is told what is true.
 */
class LatestProcesses extends ProcessDefinitionManager {

    private final RecentDefinitions definitions;

    LatestProcesses(RecentDefinitions definitions) {
        this.definitions = definitions;
    }

    @Override
    public ProcessDefinitionEntity findLatestDefinitionByKeyAndTenantId(String key, String tenantId) {
        if (tenantId != null) {
            return super.findLatestDefinitionByKeyAndTenantId(key, tenantId);
        }
        String recent = definitions.latest(ProcessDefinitionEntity.class, key);
        ProcessDefinitionEntity known = recent == null ? null : findLatestProcessDefinitionById(recent);
        if (known != null) {
            return known;
        }
        ProcessDefinitionEntity latest = super.findLatestDefinitionByKeyAndTenantId(key, null);
        definitions.rememberLatest(key, latest);
        return latest;
    }
}
