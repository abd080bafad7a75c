package org.acmconversation.engine.persistence;

import java.util.function.Supplier;
import org.acmconversation.engine.persistence.RecentDefinitions.Query;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;

/**
 * Caches for a second which version of a process is the latest or in a deployment, since each call activity reads it.
 * Deployments bypass the cache.
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
                ? definitions.find(
                        ProcessDefinitionEntity.class, Query.latest(key), this::findLatestProcessDefinitionById, read)
                : read.get();
    }

    @Override
    public ProcessDefinitionEntity findProcessDefinitionByDeploymentAndKey(String deployment, String key) {
        return definitions.find(
                ProcessDefinitionEntity.class,
                new Query(key, deployment),
                this::findLatestProcessDefinitionById,
                () -> super.findProcessDefinitionByDeploymentAndKey(deployment, key));
    }
}
