package org.acmconversation.notification.process;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.acmconversation.notification.OpenIncidents;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.stereotype.Component;

/** Asks the engine for incidents. */
@Component
class CamundaOpenIncidents implements OpenIncidents {

    /** Enough to see all failing steps, even if one of them fails in every engagement. */
    private static final int MAX_INCIDENTS = 5_000;

    private final RuntimeService runtimeService;
    private final RepositoryService repositoryService;

    CamundaOpenIncidents(RuntimeService runtimeService, RepositoryService repositoryService) {
        this.runtimeService = runtimeService;
        this.repositoryService = repositoryService;
    }

    private record Place(String definitionId, String activity) {}

    @Override
    public Set<FailedStep> steps() {
        return runtimeService
                .createIncidentQuery()
                .orderByIncidentTimestamp()
                .desc()
                .listPage(0, MAX_INCIDENTS)
                .stream()
                .map(CamundaOpenIncidents::place)
                .distinct()
                .map(place -> new FailedStep(process(place.definitionId()), place.activity()))
                .collect(Collectors.toSet());
    }

    /** Ignores jobs without a process, such as those of batches: they belong to no step. */
    private static Place place(Incident incident) {
        return new Place(
                Optional.ofNullable(incident.getProcessDefinitionId()).orElse(""),
                Optional.ofNullable(incident.getActivityId()).orElse(incident.getIncidentType()));
    }

    private String process(String definitionId) {
        return definitionId.isEmpty()
                ? ""
                : repositoryService.getProcessDefinition(definitionId).getKey();
    }
}
