package org.acmconversation.task.process;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.acmconversation.engine.identity.Colleague;
import org.acmconversation.engine.identity.Colleagues;
import org.acmconversation.engine.task.HandOverRule;
import org.acmconversation.task.Receivers;
import org.acmconversation.task.UnknownTaskException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/** Determines from the engine to whom a task can be assigned. */
@Component
class CamundaReceivers implements Receivers {

    private final TaskService taskService;
    private final HandOverRule rule;
    private final Colleagues colleagues;
    private final TaskCandidates candidates;

    CamundaReceivers(TaskService taskService, HandOverRule rule, Colleagues colleagues, TaskCandidates candidates) {
        this.taskService = taskService;
        this.rule = rule;
        this.colleagues = colleagues;
        this.candidates = candidates;
    }

    @Override
    public List<Colleague> of(String taskId, Collection<String> groups) {
        if (taskService.createTaskQuery().taskId(taskId).count() == 0) {
            throw new UnknownTaskException();
        }
        Set<String> candidateGroups = candidates.of(taskId).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (!groups.contains(Groups.CAMUNDA_ADMIN) && !rule.allows(groups, candidateGroups)) {
            throw new UnknownTaskException();
        }
        return colleagues.of(candidateGroups);
    }
}
