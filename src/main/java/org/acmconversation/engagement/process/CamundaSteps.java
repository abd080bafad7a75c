package org.acmconversation.engagement.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.acmconversation.engagement.Steps;
import org.acmconversation.engine.model.ActiveModels;
import org.acmconversation.model.ConversationModel;
import org.acmconversation.model.ConversationModel.CandidateGroup;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/** Reads the steps from the models of the active release. */
@Component
class CamundaSteps implements Steps {

    private final RepositoryService repositoryService;
    private final ActiveModels models;

    CamundaSteps(RepositoryService repositoryService, ActiveModels models) {
        this.models = models;
        this.repositoryService = repositoryService;
    }

    @Override
    public List<Named> all() {
        return repositoryService.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(latest -> active(latest.getKey()))
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
                                        Objects.requireNonNullElse(task.getName(), task.getId()),
                                        groups(task))))
                .toList();
    }

    private static List<String> groups(UserTask task) {
        List<String> groups = task.getCamundaCandidateGroupsList();
        boolean hasExpression = groups.stream().anyMatch(group -> group.contains("{"));
        return hasExpression ? CandidateGroup.OF_FTOP_TASKS : groups;
    }

    @Override
    public Optional<Model> process(String processId) {
        boolean exists = repositoryService
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(processId)
                        .count()
                > 0;
        return Optional.of(processId)
                .filter(known -> exists)
                .map(this::active)
                .map(model ->
                        new Model(processId, Objects.requireNonNullElse(model.getName(), processId), bpmn(model)));
    }

    private ProcessDefinition active(String processId) {
        return repositoryService.getProcessDefinition(models.process(processId));
    }

    private byte[] bpmn(ProcessDefinition model) {
        try (InputStream bpmn = repositoryService.getProcessModel(model.getId())) {
            return bpmn.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("The model " + model.getId() + " cannot be read", e);
        }
    }
}
