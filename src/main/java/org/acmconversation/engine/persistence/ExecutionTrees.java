package org.acmconversation.engine.persistence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.jspecify.annotations.Nullable;

/** Reads all executions of a process instance together, because the engine asks for most of them in turn. */
class ExecutionTrees extends ExecutionManager {

    private final Map<String, List<ExecutionEntity>> treesByProcessInstance = new HashMap<>();

    @Override
    public @Nullable ExecutionEntity findExecutionById(String executionId) {
        ExecutionEntity known =
                executionId == null ? null : getDbEntityManager().getCachedEntity(ExecutionEntity.class, executionId);
        if (known != null || executionId == null) {
            return known;
        }
        List<ExecutionEntity> tree = list(getDbEntityManager().selectList("selectExecutionTree", executionId));
        if (!tree.isEmpty()) {
            treesByProcessInstance.put(tree.get(0).getProcessInstanceId(), tree);
        }
        return getDbEntityManager().getCachedEntity(ExecutionEntity.class, executionId);
    }

    @Override
    public List<ExecutionEntity> findExecutionsByProcessInstanceId(String processInstanceId) {
        // A copy, because the engine modifies the list.
        return new ArrayList<>(
                treesByProcessInstance.computeIfAbsent(processInstanceId, super::findExecutionsByProcessInstanceId));
    }

    @SuppressWarnings("unchecked")
    private static List<ExecutionEntity> list(List<?> executions) {
        return (List<ExecutionEntity>) executions;
    }
}
