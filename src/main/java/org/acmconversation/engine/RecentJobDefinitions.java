package org.acmconversation.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;

/**
 * Job definitions as they were a second ago at most. The engine reads one for each job that it makes, since somebody
 * may have suspended it, or given it a priority. Each command gets a copy of its own, as if it had just been read: one
 * that changes it, and is late, fails as ever.
 */
class RecentJobDefinitions extends JobDefinitionManager {

    private final Cache<String, JobDefinitionEntity> recentlyRead;

    RecentJobDefinitions(Cache<String, JobDefinitionEntity> recentlyRead) {
        this.recentlyRead = recentlyRead;
    }

    /** What all these managers of an engine share: copies, by id. */
    static Cache<String, JobDefinitionEntity> cache() {
        return Caffeine.newBuilder()
                .maximumSize(1_000)
                .expireAfterWrite(RecentProcessDefinitions.RECENT)
                .build();
    }

    @Override
    public JobDefinitionEntity findById(String id) {
        JobDefinitionEntity recent = id == null ? null : recentlyRead.getIfPresent(id);
        if (recent == null || getDbEntityManager().getCachedEntity(JobDefinitionEntity.class, id) != null) {
            JobDefinitionEntity read = super.findById(id);
            if (read != null && recent == null) {
                recentlyRead.put(id, copy(read));
            }
            return read;
        }
        JobDefinitionEntity own = copy(recent);
        getDbEntityManager().getDbEntityCache().putPersistent(own);
        return own;
    }

    private static JobDefinitionEntity copy(JobDefinitionEntity original) {
        var copy = new JobDefinitionEntity();
        copy.setId(original.getId());
        copy.setRevision(original.getRevision());
        copy.setProcessDefinitionId(original.getProcessDefinitionId());
        copy.setProcessDefinitionKey(original.getProcessDefinitionKey());
        copy.setActivityId(original.getActivityId());
        copy.setJobType(original.getJobType());
        copy.setJobConfiguration(original.getJobConfiguration());
        copy.setSuspensionState(original.getSuspensionState());
        copy.setJobPriority(original.getOverridingJobPriority());
        copy.setTenantId(original.getTenantId());
        copy.setDeploymentId(original.getDeploymentId());
        return copy;
    }

    @Override
    public void updateJobDefinitionSuspensionStateById(String id, SuspensionState state) {
        super.updateJobDefinitionSuspensionStateById(id, state);
        recentlyRead.invalidateAll();
    }

    @Override
    public void updateJobDefinitionSuspensionStateByProcessDefinitionId(String id, SuspensionState state) {
        super.updateJobDefinitionSuspensionStateByProcessDefinitionId(id, state);
        recentlyRead.invalidateAll();
    }

    @Override
    public void updateJobDefinitionSuspensionStateByProcessDefinitionKey(String key, SuspensionState state) {
        super.updateJobDefinitionSuspensionStateByProcessDefinitionKey(key, state);
        recentlyRead.invalidateAll();
    }

    @Override
    public void updateJobDefinitionSuspensionStateByProcessDefinitionKeyAndTenantId(
            String key, String tenantId, SuspensionState state) {
        super.updateJobDefinitionSuspensionStateByProcessDefinitionKeyAndTenantId(key, tenantId, state);
        recentlyRead.invalidateAll();
    }
}
