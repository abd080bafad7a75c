package org.acmconversation.engine.persistence;

import java.util.List;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Incident;

/** Incidents, looked for only at jobs that may have one: the engine looks with each job that ends. */
class JobIncidents extends IncidentManager {

    @Override
    public List<Incident> findIncidentByConfigurationAndIncidentType(String configuration, String incidentType) {
        JobEntity job = getDbEntityManager().getCachedEntity(JobEntity.class, configuration);
        return job != null && hasNeverFailed(job)
                ? List.of()
                : super.findIncidentByConfigurationAndIncidentType(configuration, incidentType);
    }

    /** Nor did anybody take its tries away. */
    private static boolean hasNeverFailed(JobEntity job) {
        return job.getRetries() > 0
                && job.getExceptionMessage() == null
                && job.getExceptionByteArrayId() == null
                && job.getFailedActivityId() == null;
    }
}
