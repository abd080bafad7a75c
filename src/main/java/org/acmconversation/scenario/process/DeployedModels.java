package org.acmconversation.scenario.process;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acmconversation.engine.instance.VisitedElements.Visited;
import org.acmconversation.scenario.ModelPart;
import org.acmconversation.scenario.ScenarioMessages;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.instance.Rule;

/** The elements of the deployed models: their files, their names, and which of them scenarios should reach. */
class DeployedModels {

    private final RepositoryService repositoryService;

    private final Map<String, String> paths = new HashMap<>();
    private final Map<String, String> names = new TreeMap<>();
    private final Map<String, String> taskNames = new TreeMap<>();
    private final Set<ModelPart> choices = new HashSet<>();

    DeployedModels(RepositoryService repositoryService) {
        this.repositoryService = repositoryService;
    }

    /** Reads the models after their deployment. */
    void read() {
        Set<String> decided = new HashSet<>();
        for (ProcessDefinition process :
                repositoryService.createProcessDefinitionQuery().list()) {
            paths.put(process.getKey(), process.getResourceName());
            BpmnModelInstance model = repositoryService.getBpmnModelInstance(process.getId());
            model.getModelElementsByType(FlowElement.class).forEach(element -> read(element, process));
            model.getModelElementsByType(BusinessRuleTask.class)
                    .forEach(task -> decided.add(task.getCamundaDecisionRef()));
        }
        for (DecisionDefinition decision :
                repositoryService.createDecisionDefinitionQuery().list()) {
            paths.put(decision.getKey(), decision.getResourceName());
            if (decided.contains(decision.getKey())) {
                repositoryService.getDmnModelInstance(decision.getId()).getModelElementsByType(Rule.class).stream()
                        .filter(rule -> isOf(rule, decision))
                        .forEach(rule -> choices.add(new ModelPart(decision.getResourceName(), rule.getId())));
            }
        }
    }

    private static boolean isOf(Rule rule, DecisionDefinition decision) {
        return decision.getKey()
                .equals(rule.getParentElement().getParentElement().getAttributeValue("id"));
    }

    private void read(FlowElement element, ProcessDefinition process) {
        String name = element.getName() == null || !(element instanceof FlowNode) ? "" : element.getName();
        names.put(element.getId(), name);
        if (element instanceof UserTask) {
            taskNames.put(element.getId(), name);
        }
        boolean isBranch = element instanceof SequenceFlow flow
                && flow.getSource() instanceof Gateway gateway
                && gateway.getOutgoing().size() > 1;
        if (isBranch || element instanceof UserTask || element instanceof BoundaryEvent) {
            choices.add(new ModelPart(process.getResourceName(), element.getId()));
        }
    }

    /** Returns the elements that scenarios should reach. */
    Set<ModelPart> choices() {
        return choices;
    }

    boolean isKnown(String elementId) {
        return names.containsKey(elementId);
    }

    /** Returns the display name and the id. */
    String shown(String elementId) {
        String name = names.getOrDefault(elementId, "");
        return name.isEmpty() ? elementId : ScenarioMessages.worded("element", name, elementId);
    }

    /** Suggests the task that was probably meant, if none has that id. */
    String correctedTask(String sentence, String id) {
        return taskNames.containsKey(id) ? sentence : ScenarioMessages.corrected(sentence, id, taskNames);
    }

    /** Suggests the element that was probably meant. */
    String correctedElement(String sentence, String id) {
        return ScenarioMessages.corrected(sentence, id, names);
    }

    /** The files that contain them. */
    Set<ModelPart> parts(Set<Visited> visited) {
        return visited.stream()
                .flatMap(element -> Stream.ofNullable(paths.get(element.definition()))
                        .map(path -> new ModelPart(path, element.elementId())))
                .collect(Collectors.toSet());
    }
}
