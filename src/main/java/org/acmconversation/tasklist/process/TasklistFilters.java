package org.acmconversation.tasklist.process;

import static org.acmconversation.text.SpanishTexts.SPANISH;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.acmconversation.model.ConversationModel.CandidateGroup;
import org.acmconversation.model.ConversationModel.Variable;
import org.acmconversation.operations.FirstStart;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Creates Tasklist's default filters: a queue per role, "my tasks", and overdue tasks. Each is created once, so an
 * administrator can change or delete it.
 */
@Component
class TasklistFilters implements InitializingBean {

    private final FilterService filterService;
    private final TaskService taskService;
    private final AuthorizationService authorizationService;
    private final MessageSource messages;
    private final FirstStart firstStart;

    TasklistFilters(
            FilterService filterService,
            TaskService taskService,
            AuthorizationService authorizationService,
            MessageSource messages,
            FirstStart firstStart) {
        this.filterService = filterService;
        this.taskService = taskService;
        this.authorizationService = authorizationService;
        this.messages = messages;
        this.firstStart = firstStart;
    }

    @Override
    public void afterPropertiesSet() {
        firstStart.exclusively(this::createFilters);
    }

    private void createFilters() {
        List<Ready> filters = filters();
        Set<String> missing =
                firstStart.claimUncreated(filters.stream().map(Ready::key).toList());
        for (int priority = 0; priority < filters.size(); priority++) {
            if (missing.contains(filters.get(priority).key())) {
                create(filters.get(priority), priority);
            }
        }
    }

    /** @param key prefix of its texts in the message bundle */
    private record Ready(String key, TaskQuery query, List<String> groups) {}

    private List<Ready> filters() {
        List<Ready> filters = new ArrayList<>();
        for (String group : CandidateGroup.ALL) {
            filters.add(new Ready("filter." + group, byUrgency().taskCandidateGroup(group), List.of(group)));
        }
        filters.add(
                new Ready("filter.mine", byUrgency().taskAssigneeExpression("${currentUser()}"), CandidateGroup.ALL));
        filters.add(new Ready(
                "filter.overdue",
                byUrgency()
                        .taskCandidateGroupInExpression("${currentUserGroups()}")
                        .includeAssignedTasks()
                        .dueBeforeExpression("${now()}"),
                CandidateGroup.ALL));
        return filters;
    }

    private TaskQuery byUrgency() {
        return taskService
                .createTaskQuery()
                .orderByTaskPriority()
                .desc()
                .orderByDueDate()
                .asc();
    }

    private void create(Ready ready, int priority) {
        String name = message(ready.key());
        if (filterService.createFilterQuery().filterName(name).count() > 0) {
            return;
        }
        Filter filter = filterService
                .newTaskFilter(name)
                .setQuery(ready.query())
                .setProperties(Map.of(
                        "description",
                        message(ready.key() + ".description"),
                        "priority",
                        priority,
                        "refresh",
                        true,
                        "showUndefinedVariable",
                        false,
                        "variables",
                        List.of(
                                column(Variable.CUSTOMER_NAME),
                                column(Variable.LICENSES),
                                column(Variable.CATALOG_ID))));
        filterService.saveFilter(filter);
        for (String group : ready.groups()) {
            Authorization read = authorizationService.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            read.setGroupId(group);
            read.setResource(Resources.FILTER);
            read.setResourceId(filter.getId());
            read.addPermission(Permissions.READ);
            authorizationService.saveAuthorization(read);
        }
    }

    private Map<String, String> column(String variable) {
        var column = new LinkedHashMap<String, String>();
        column.put("name", variable);
        column.put("label", message("column." + variable));
        return column;
    }

    private String message(String code) {
        return messages.getMessage(code, null, SPANISH);
    }
}
