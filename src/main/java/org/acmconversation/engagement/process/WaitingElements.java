package org.acmconversation.engagement.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import org.acmconversation.engagement.CurrentActivity;
import org.acmconversation.engine.instance.WaitingActivities;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * Describes the elements of the models at which tokens wait. It caches them: definitions never change, and each command
 * of the engine stays in memory until the surrounding transaction ends, so an export must not run one per engagement.
 */
@Component
class WaitingElements {

    private static final int MAX_CACHED = 10_000;

    private final RepositoryService repositoryService;
    private final Cache<Place, Optional<CurrentActivity>> elements =
            Caffeine.newBuilder().maximumSize(MAX_CACHED).build();

    WaitingElements(RepositoryService repositoryService) {
        this.repositoryService = repositoryService;
    }

    private record Place(String processDefinitionId, String activityId) {}

    /**
     * Returns the activity at which a token waits. User tasks and called processes are listed separately; a branch that
     * waits at a joining gateway is not listed.
     */
    Optional<CurrentActivity> of(WaitingActivities.Token token) {
        return elements.get(new Place(token.processDefinitionId(), token.activityId()), this::read);
    }

    private Optional<CurrentActivity> read(Place place) {
        FlowElement element = repositoryService
                .getBpmnModelInstance(place.processDefinitionId())
                .getModelElementById(place.activityId());
        return element instanceof UserTask || element instanceof CallActivity || element instanceof ParallelGateway
                ? Optional.empty()
                : Optional.of(new CurrentActivity(place.activityId(), element.getName(), null, List.of(), null, null));
    }
}
