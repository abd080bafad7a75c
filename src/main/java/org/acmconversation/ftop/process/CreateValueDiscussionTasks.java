package org.acmconversation.ftop.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.acmconversation.ftop.CatalogTask;
import org.acmconversation.ftop.FastTrackRole;
import org.acmconversation.ftop.FtopTask;
import org.acmconversation.ftop.FtopTaskStatus;
import org.acmconversation.ftop.FtopTasks;
import org.acmconversation.model.ConversationModel.Variable;
import org.acmconversation.model.DelegateVariables;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/**
 * Service task {@code createValueDiscussionTasks}: creates an FTOP task for each selected value discussion, and sets
 * the discussions to hold with their candidate groups.
 */
@Component
@DelegateVariables(
        reads = Variable.VALUE_DISCUSSIONS,
        writes = {Variable.VALUE_DISCUSSIONS, Variable.REFUSED_CATALOG_ID, Variable.FTOP_REJECTION})
class CreateValueDiscussionTasks extends FtopDelegate {

    private final FtopTasks ftopTasks;

    CreateValueDiscussionTasks(FtopTasks ftopTasks) {
        this.ftopTasks = ftopTasks;
    }

    @Override
    void execute(UUID engagementId, DelegateExecution execution) {
        List<Map<String, Object>> discussions = discussions(execution);
        Map<String, FtopTask> tasks = ftopTasks.open(
                engagementId,
                discussions.stream()
                        .map(CreateValueDiscussionTasks::catalogTask)
                        .toList());
        List<Map<String, Object>> open = new ArrayList<>();
        for (Map<String, Object> discussion : discussions) {
            CatalogTask catalogTask = catalogTask(discussion);
            if (Objects.requireNonNull(tasks.get(catalogTask.catalogId())).status() == FtopTaskStatus.OPEN) {
                var withGroup = new HashMap<>(discussion);
                withGroup.put(Variable.CANDIDATE_GROUP, catalogTask.role().group());
                open.add(withGroup);
            }
        }
        execution.setVariable(
                Variable.VALUE_DISCUSSIONS,
                Variables.objectValue(open)
                        .serializationDataFormat(Variables.SerializationDataFormats.JSON)
                        .create());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> discussions(DelegateExecution execution) {
        return (List<Map<String, Object>>) execution.getVariable(Variable.VALUE_DISCUSSIONS);
    }

    private static CatalogTask catalogTask(Map<String, Object> discussion) {
        return new CatalogTask(
                (String) output(discussion, "catalogId"),
                (String) output(discussion, "name"),
                (Boolean) output(discussion, "mandatory"),
                FastTrackRole.valueOf((String) output(discussion, "role")),
                List.of());
    }

    private static Object output(Map<String, Object> discussion, String name) {
        return Objects.requireNonNull(discussion.get(name), name);
    }
}
