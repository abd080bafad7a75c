package org.acmconversation.engine.persistence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;

/** Reads all variables of a process instance together, because the engine asks for one scope after the other. */
class InstanceVariables extends VariableInstanceManager {

    private final Map<String, List<VariableInstanceEntity>> byProcessInstance = new HashMap<>();

    @Override
    public List<VariableInstanceEntity> findVariableInstancesByExecutionIdAndVariableNames(
            String executionId, Collection<String> names) {
        ExecutionEntity execution = getDbEntityManager().getCachedEntity(ExecutionEntity.class, executionId);
        return execution == null
                ? super.findVariableInstancesByExecutionIdAndVariableNames(executionId, names)
                : ofInstance(
                        execution.getProcessInstanceId(),
                        names,
                        variable -> variable.getTaskId() == null && executionId.equals(variable.getExecutionId()));
    }

    @Override
    public List<VariableInstanceEntity> findVariableInstancesByTaskIdAndVariableNames(
            String taskId, Collection<String> names) {
        TaskEntity task = getDbEntityManager().getCachedEntity(TaskEntity.class, taskId);
        return task == null || task.getProcessInstanceId() == null
                ? super.findVariableInstancesByTaskIdAndVariableNames(taskId, names)
                : ofInstance(task.getProcessInstanceId(), names, variable -> taskId.equals(variable.getTaskId()));
    }

    private List<VariableInstanceEntity> ofInstance(
            String processInstanceId, Collection<String> names, Predicate<VariableInstanceEntity> isInScope) {
        return byProcessInstance
                .computeIfAbsent(processInstanceId, super::findVariableInstancesByProcessInstanceId)
                .stream()
                .filter(isInScope)
                .filter(variable -> names == null || names.isEmpty() || names.contains(variable.getName()))
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
