package org.acmconversation.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;

/**
 * Process definitions as they were a second ago at most. The engine keeps them parsed, and reads the row with each
 * command nevertheless, since another node may have suspended one.
 */
class RecentProcessDefinitions extends ProcessDefinitionManager {

    static final Duration RECENT = Duration.ofSeconds(1);

    private final Cache<String, Boolean> recentlyRead;

    RecentProcessDefinitions(Cache<String, Boolean> recentlyRead) {
        this.recentlyRead = recentlyRead;
    }

    /** What all these managers of an engine share: ids of definitions. */
    static Cache<String, Boolean> cache() {
        return Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(RECENT).build();
    }

    /** {@inheritDoc} Null has the engine read it. */
    @Override
    public ProcessDefinitionEntity getCachedResourceDefinitionEntity(String id) {
        ProcessDefinitionEntity ofThisCommand = super.getCachedResourceDefinitionEntity(id);
        return ofThisCommand != null || recentlyRead.getIfPresent(id) == null ? ofThisCommand : parsed(id);
    }

    private static ProcessDefinitionEntity parsed(String id) {
        return Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .getProcessDefinitionCache()
                .get(id);
    }

    @Override
    public ProcessDefinitionEntity findLatestDefinitionById(String id) {
        ProcessDefinitionEntity read = super.findLatestDefinitionById(id);
        if (read != null) {
            recentlyRead.put(id, true);
        }
        return read;
    }

    @Override
    public void updateProcessDefinitionSuspensionStateById(String id, SuspensionState state) {
        super.updateProcessDefinitionSuspensionStateById(id, state);
        recentlyRead.invalidateAll();
    }

    @Override
    public void updateProcessDefinitionSuspensionStateByKey(String key, SuspensionState state) {
        super.updateProcessDefinitionSuspensionStateByKey(key, state);
        recentlyRead.invalidateAll();
    }

    @Override
    public void updateProcessDefinitionSuspensionStateByKeyAndTenantId(
            String key, String tenantId, SuspensionState state) {
        super.updateProcessDefinitionSuspensionStateByKeyAndTenantId(key, tenantId, state);
        recentlyRead.invalidateAll();
    }
}
