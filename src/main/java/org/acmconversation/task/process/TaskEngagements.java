package org.acmconversation.task.process;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.acmconversation.engagement.BusinessKey;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Knows which engagements tasks belong to. */
@Component
class TaskEngagements {

    /** Well below the maximum number of parameters of a statement. */
    private static final int AT_ONCE = 500;

    private final RuntimeService runtimeService;
    private final HistoryService historyService;

    TaskEngagements(RuntimeService runtimeService, HistoryService historyService) {
        this.runtimeService = runtimeService;
        this.historyService = historyService;
    }

    /** The engagements of those tasks that belong to one, by process instance. */
    Map<String, UUID> of(Collection<Task> tasks) {
        // Administrators can create tasks that belong to no process.
        List<String> instances = tasks.stream()
                .map(Task::getProcessInstanceId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<String, UUID> engagements = new HashMap<>();
        for (int first = 0; first < instances.size(); first += AT_ONCE) {
            runtimeService
                    .createProcessInstanceQuery()
                    .processInstanceIds(
                            Set.copyOf(instances.subList(first, Math.min(first + AT_ONCE, instances.size()))))
                    .list()
                    .forEach(instance -> BusinessKey.engagementId(instance.getBusinessKey())
                            .ifPresent(id -> engagements.put(instance.getId(), id)));
        }
        return engagements;
    }

    /** The engagement of a task that may have ended. */
    Optional<UUID> of(HistoricTaskInstance task) {
        return Optional.ofNullable(task.getProcessInstanceId())
                .map(id -> historyService
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(id)
                        .singleResult())
                .flatMap(instance -> BusinessKey.engagementId(instance.getBusinessKey()));
    }
}
