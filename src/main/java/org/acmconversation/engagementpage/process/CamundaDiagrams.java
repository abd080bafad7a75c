package org.acmconversation.engagementpage.process;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.acmconversation.engagementpage.Diagram;
import org.acmconversation.engagementpage.Diagrams;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/**
 * Reads an engagement's current and past activities from the engine's history, using the indexes on process instances.
 */
@Component
class CamundaDiagrams implements Diagrams {

    private static final String MULTI_INSTANCE_BODY = "#multiInstanceBody";

    private final HistoryService historyService;
    private final RepositoryService repositoryService;

    CamundaDiagrams(HistoryService historyService, RepositoryService repositoryService) {
        this.historyService = historyService;
        this.repositoryService = repositoryService;
    }

    @Override
    public List<Diagram> of(UUID engagementId) {
        return historyService
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(engagementId.toString())
                .orderByProcessInstanceStartTime()
                .asc()
                .list()
                .stream()
                .collect(Collectors.groupingBy(HistoricProcessInstance::getProcessDefinitionId))
                .entrySet()
                .stream()
                .sorted(CamundaDiagrams::mainFirst)
                .map(model -> diagram(model.getKey(), model.getValue()))
                .toList();
    }

    private static int mainFirst(
            Map.Entry<String, List<HistoricProcessInstance>> one,
            Map.Entry<String, List<HistoricProcessInstance>> other) {
        HistoricProcessInstance first = one.getValue().get(0);
        HistoricProcessInstance second = other.getValue().get(0);
        int isCalled =
                Boolean.compare(first.getSuperProcessInstanceId() != null, second.getSuperProcessInstanceId() != null);
        return isCalled != 0 ? isCalled : first.getStartTime().compareTo(second.getStartTime());
    }

    private Diagram diagram(String modelId, List<HistoricProcessInstance> instances) {
        List<HistoricActivityInstance> activities = new ArrayList<>();
        for (HistoricProcessInstance instance : instances) {
            activities.addAll(historyService
                    .createHistoricActivityInstanceQuery()
                    .processInstanceId(instance.getId())
                    .list());
        }
        Set<String> done = new HashSet<>();
        Set<String> current = new HashSet<>();
        Map<String, String> tasks = new HashMap<>();
        for (HistoricActivityInstance activity : activities) {
            String id = activity.getActivityId().replace(MULTI_INSTANCE_BODY, "");
            if (activity.getEndTime() == null) {
                current.add(id);
                if (activity.getTaskId() != null) {
                    tasks.putIfAbsent(id, activity.getTaskId());
                }
            } else if (!activity.isCanceled()) {
                done.add(id);
            }
        }
        done.removeAll(current);
        ProcessDefinition model = repositoryService.getProcessDefinition(modelId);
        return new Diagram(modelId, model.getName(), done, current, tasks);
    }

    @Override
    public Optional<InputStream> model(String modelId) {
        ProcessDefinition model = repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionId(modelId)
                .singleResult();
        return Optional.ofNullable(model).map(found -> repositoryService.getProcessModel(found.getId()));
    }
}
