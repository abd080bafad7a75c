package org.acmconversation.engine.persistence;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.jspecify.annotations.Nullable;

/**
 * Caches rows of process and job definitions, and which version of a definition is the latest or in a deployment, for a
 * second. The engine reads them in each command, since they may have been suspended or deployed meanwhile. Each command
 * gets its own copy; if it changes an outdated one, it fails with an optimistic lock exception as usual.
 */
class RecentDefinitions {

    private static final Duration RECENT = Duration.ofSeconds(1);
    private static final Set<Class<?>> KINDS = Set.of(ProcessDefinitionEntity.class, JobDefinitionEntity.class);

    private final Cache<String, DbEntity> read = recent();
    private final Cache<List<Object>, String> ids = recent();

    /**
     * Asks for a definition by its key.
     *
     * @param deployment that of the definition; null for the latest version
     */
    record Query(String key, @Nullable String deployment) {

        static Query latest(String key) {
            return new Query(key, null);
        }
    }

    private static <K, V> Cache<K, V> recent() {
        return Caffeine.newBuilder().maximumSize(2_000).expireAfterWrite(RECENT).build();
    }

    boolean has(Class<?> kind) {
        return KINDS.contains(kind);
    }

    /** Returns a new copy, or null. */
    <T extends DbEntity> @Nullable T copy(Class<T> kind, String id) {
        DbEntity recent = id == null ? null : read.getIfPresent(id);
        return kind.isInstance(recent) ? kind.cast(copy(recent)) : null;
    }

    void remember(DbEntity definition) {
        read.put(definition.getId(), copy(definition));
    }

    /**
     * Returns the definition that a query finds, or null.
     *
     * @param query what the query asks for
     * @param known returns a loaded definition by its id, or null
     * @param read reads it from the database
     */
    <T extends DbEntity> T find(Class<T> kind, Query query, Function<String, T> known, Supplier<T> read) {
        String id = ids.getIfPresent(List.of(kind, query));
        T recent = id == null ? null : known.apply(id);
        if (recent != null) {
            return recent;
        }
        T version = read.get();
        if (version != null) {
            ids.put(List.of(kind, query), version.getId());
        }
        return version;
    }

    /** Whether cached data depends on rows of this kind. */
    boolean dependOn(Class<?> kind) {
        return has(kind) || kind == DecisionDefinitionEntity.class;
    }

    /** Called when one or several rows change. */
    void forget() {
        read.invalidateAll();
        ids.invalidateAll();
    }

    private static DbEntity copy(DbEntity definition) {
        return definition instanceof JobDefinitionEntity job ? copy(job) : copy((ProcessDefinitionEntity) definition);
    }

    private static DbEntity copy(JobDefinitionEntity original) {
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

    /** Copies the row only; the engine caches the parsed model. */
    private static DbEntity copy(ProcessDefinitionEntity original) {
        var copy = new ProcessDefinitionEntity();
        copy.setId(original.getId());
        copy.setRevision(original.getRevision());
        copy.setCategory(original.getCategory());
        copy.setName(original.getName());
        copy.setKey(original.getKey());
        copy.setVersion(original.getVersion());
        copy.setVersionTag(original.getVersionTag());
        copy.setDeploymentId(original.getDeploymentId());
        copy.setResourceName(original.getResourceName());
        copy.setDiagramResourceName(original.getDiagramResourceName());
        copy.setHasStartFormKey(original.getHasStartFormKey());
        copy.setSuspensionState(original.getSuspensionState());
        copy.setTenantId(original.getTenantId());
        copy.setHistoryTimeToLive(original.getHistoryTimeToLive());
        copy.setStartableInTasklist(original.isStartableInTasklist());
        return copy;
    }
}
