package org.acmconversation.task.process;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.acmconversation.engagement.BusinessKey;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Knows which engagements tasks belong to. */
@Component
class TaskEngagements {

    private final RuntimeService runtimeService;

    TaskEngagements(RuntimeService runtimeService) {
        this.runtimeService = runtimeService;
    }

    /** The engagements of those tasks that belong to one, by process instance. */
    Map<String, UUID> of(Collection<Task> tasks) {
        Set<String> instances = tasks.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        Map<String, UUID> engagements = new HashMap<>();
        if (!instances.isEmpty()) {
            runtimeService
                    .createProcessInstanceQuery()
                    .processInstanceIds(instances)
                    .list()
                    .forEach(instance -> BusinessKey.engagementId(instance.getBusinessKey())
                            .ifPresent(id -> engagements.put(instance.getId(), id)));
        }
        return engagements;
    }
}
