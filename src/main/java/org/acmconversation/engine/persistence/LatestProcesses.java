package org.acmconversation.engine.persistence;

import java.util.function.Supplier;
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
        Supplier<ProcessDefinitionEntity> read = () -> super.findLatestDefinitionByKeyAndTenantId(key, tenantId);
        return tenantId == null
                ? definitions.latest(ProcessDefinitionEntity.class, key, this::findLatestProcessDefinitionById, read)
                : read.get();
    }
}
