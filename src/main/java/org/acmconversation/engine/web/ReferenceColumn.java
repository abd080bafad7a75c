package org.acmconversation.engine.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.acmconversation.engine.instance.BusinessKeyReferences;
import org.camunda.bpm.engine.rest.hal.HalResource;
import org.camunda.bpm.engine.rest.hal.HalVariableValue;
import org.camunda.bpm.engine.rest.hal.task.HalTask;
import org.camunda.bpm.engine.rest.hal.task.HalTaskList;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets people in Tasklist distinguish customers of the same name: adds the engagement's number to each task in a list,
 * like a variable that the filter shows. A real variable would cost a row per conversation.
 */
@Provider
class ReferenceColumn implements ContainerResponseFilter {

    private static final String TASKS = "task";
    private static final String VARIABLES = "variable";

    private final ObjectProvider<BusinessKeyReferences> references;
    private final JdbcClient jdbc;

    ReferenceColumn(ObjectProvider<BusinessKeyReferences> references, JdbcClient jdbc) {
        this.references = references;
        this.jdbc = jdbc;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof HalTaskList list && list.getEmbedded(TASKS) instanceof List<?> tasks) {
            add(references.getObject(), tasks.stream().map(HalTask.class::cast).toList());
        }
    }

    private void add(BusinessKeyReferences known, List<HalTask> tasks) {
        Map<String, String> keys = businessKeys(tasks);
        Map<String, String> numbers = known.of(List.copyOf(keys.values()));
        for (HalTask task : tasks) {
            String key = keys.get(task.getProcessInstanceId());
            if (key != null && numbers.containsKey(key)) {
                List<HalResource<?>> variables = new ArrayList<>();
                if (task.getEmbedded(VARIABLES) instanceof List<?> shown) {
                    shown.forEach(variable -> variables.add((HalResource<?>) variable));
                }
                variables.add(new Reference(numbers.get(key)));
                task.addEmbedded(VARIABLES, variables);
            }
        }
    }

    /** Called processes have the same key. */
    private Map<String, String> businessKeys(List<HalTask> tasks) {
        List<String> instances = tasks.stream()
                .map(HalTask::getProcessInstanceId)
                .filter(instance -> instance != null)
                .distinct()
                .toList();
        return instances.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("""
                                select PROC_INST_ID_, BUSINESS_KEY_ from ACT_RU_EXECUTION
                                where PROC_INST_ID_ in (:instances) and PARENT_ID_ is null and BUSINESS_KEY_ is not null
                                """)
                        .param("instances", instances)
                        .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static class Reference extends HalVariableValue {

        Reference(String number) {
            this.name = "caseReference";
            this.value = number;
            this.type = "String";
        }
    }
}
