package org.acmconversation.engine.persistence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.jspecify.annotations.Nullable;

/** Reads a job together with the other jobs of its execution, which the engine asks for once the job has run. */
class PrefetchedJobs extends JobManager {

    private final Map<String, List<JobEntity>> byExecution = new HashMap<>();

    @Override
    public @Nullable JobEntity findJobById(String id) {
        if (id == null || getDbEntityManager().getCachedEntity(JobEntity.class, id) != null) {
            return super.findJobById(id);
        }
        List<JobEntity> jobs = list(getDbEntityManager().selectList("selectJobAndSiblings", id));
        // Taken from the rows, because the engine does not cache the cleanup job with the others.
        JobEntity job =
                jobs.stream().filter(one -> id.equals(one.getId())).findFirst().orElse(null);
        if (job != null && job.getExecutionId() != null) {
            byExecution.put(job.getExecutionId(), jobs);
        }
        return job;
    }

    @Override
    public List<JobEntity> findJobsByExecutionId(String executionId) {
        List<JobEntity> jobs = byExecution.get(executionId);
        return jobs == null ? super.findJobsByExecutionId(executionId) : new ArrayList<>(jobs);
    }

    @SuppressWarnings("unchecked")
    private static List<JobEntity> list(List<?> jobs) {
        return (List<JobEntity>) jobs;
    }
}
