package org.acmconversation.engine.persistence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;

/** Reads a task together with its sub-tasks and the other tasks of its execution, which completing it needs. */
class RelatedTasks extends TaskManager {

    private final Map<String, List<TaskEntity>> relatedByTask = new HashMap<>();

    @Override
    public TaskEntity findTaskById(String id) {
        if (id == null || getDbEntityManager().getCachedEntity(TaskEntity.class, id) != null) {
            return super.findTaskById(id);
        }
        relatedByTask.put(id, list(getDbEntityManager().selectList("selectRelatedTasks", id)));
        return getDbEntityManager().getCachedEntity(TaskEntity.class, id);
    }

    @Override
    public List<Task> findTasksByParentTaskId(String parentTaskId) {
        List<TaskEntity> related = relatedByTask.get(parentTaskId);
        return related == null
                ? super.findTasksByParentTaskId(parentTaskId)
                : related.stream()
                        .filter(task -> parentTaskId.equals(task.getParentTaskId()))
                        .map(Task.class::cast)
                        .collect(Collectors.toCollection(ArrayList::new));
    }

    @Override
    public List<TaskEntity> findTasksByExecutionId(String executionId) {
        for (Map.Entry<String, List<TaskEntity>> related : relatedByTask.entrySet()) {
            List<TaskEntity> ofExecution = related.getValue().stream()
                    .filter(task -> executionId.equals(task.getExecutionId()))
                    .collect(Collectors.toCollection(ArrayList::new));
            boolean isComplete =
                    ofExecution.stream().anyMatch(task -> related.getKey().equals(task.getId()));
            if (isComplete) {
                return ofExecution;
            }
        }
        return super.findTasksByExecutionId(executionId);
    }

    @SuppressWarnings("unchecked")
    private static List<TaskEntity> list(List<?> tasks) {
        return (List<TaskEntity>) tasks;
    }
}
