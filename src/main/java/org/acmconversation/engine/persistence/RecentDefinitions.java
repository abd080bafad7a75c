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
 * Rows of process definitions and job definitions as they were a second ago at most, and which version of a decision
 * was the latest then. The engine reads them with each command, since somebody may have suspended or deployed one. Each
 * command gets a copy of its own, as if it had just been read: one that changes it, and is late, fails as ever.
 */
class RecentDefinitions {

    private static final Duration RECENT = Duration.ofSeconds(1);
    private static final Set<Class<?>> KINDS = Set.of(ProcessDefinitionEntity.class, JobDefinitionEntity.class);

    private final Cache<String, DbEntity> read = recent();
    private final Cache<List<Object>, String> latest = recent();

    private static <K, V> Cache<K, V> recent() {
        return Caffeine.newBuilder().maximumSize(2_000).expireAfterWrite(RECENT).build();
    }

    boolean has(Class<?> kind) {
        return KINDS.contains(kind);
    }

    /** A new copy, or null. */
    <T extends DbEntity> @Nullable T copy(Class<T> kind, String id) {
        DbEntity recent = id == null ? null : read.getIfPresent(id);
        return kind.isInstance(recent) ? kind.cast(copy(recent)) : null;
    }

    void remember(DbEntity definition) {
        read.put(definition.getId(), copy(definition));
    }

    /**
     * The latest version of the definition that has a key, or null.
     *
     * @param known gets it by its id, or null where it is not at hand
     * @param read asks the database
     */
    <T extends DbEntity> T latest(Class<T> kind, String key, Function<String, T> known, Supplier<T> read) {
        String id = latest.getIfPresent(List.of(kind, key));
        T recent = id == null ? null : known.apply(id);
        if (recent != null) {
            return recent;
        }
        T version = read.get();
        if (version != null) {
            latest.put(List.of(kind, key), version.getId());
        }
        return version;
    }

    /** Whether what is remembered depends on rows of this kind. */
    boolean dependOn(Class<?> kind) {
        return has(kind) || kind == DecisionDefinitionEntity.class;
    }

    /** Somebody changes one, or several. */
    void forget() {
        read.invalidateAll();
        latest.invalidateAll();
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

    /** The row; what the model says is with the parsed definition, which the engine keeps. */
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
