package org.acmconversation.engagement.process;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.acmconversation.engagement.Steps;
import org.acmconversation.model.ConversationModel;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** Reads the steps from the deployed models. */
@Component
class CamundaSteps implements Steps {

    private final RepositoryService repositoryService;

    CamundaSteps(RepositoryService repositoryService) {
        this.repositoryService = repositoryService;
    }

    @Override
    public List<Named> all() {
        return repositoryService.createProcessDefinitionQuery().latestVersion().list().stream()
                .sorted(Comparator.comparing(
                                (ProcessDefinition model) -> !model.getKey().equals(ConversationModel.PROCESS))
                        .thenComparing(ProcessDefinition::getKey))
                .flatMap(model ->
                        repositoryService
                                .getBpmnModelInstance(model.getId())
                                .getModelElementsByType(UserTask.class)
                                .stream()
                                .map(task -> new Named(
                                        model.getKey(),
                                        task.getId(),
                                        Objects.requireNonNullElse(task.getName(), task.getId()))))
                .toList();
    }
}
