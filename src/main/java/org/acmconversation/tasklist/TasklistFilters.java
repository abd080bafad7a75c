package org.acmconversation.tasklist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.acmconversation.engine.FirstStart;
import org.acmconversation.model.ConversationModel.CandidateGroup;
import org.acmconversation.model.ConversationModel.Variable;
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
 * The ready-made filters of Tasklist: a queue for each role, one's own tasks and what is overdue. A filter that exists
 * is left as it is, so an administrator can change it.
 */
@Component
class TasklistFilters implements InitializingBean {

    private static final Locale SPANISH = Locale.forLanguageTag("es");

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
        firstStart.alone(this::createFilters);
    }

    private void createFilters() {
        int priority = 0;
        for (String group : CandidateGroup.ALL) {
            create("filter." + group, priority++, byUrgency().taskCandidateGroup(group), List.of(group));
        }
        create("filter.mine", priority++, byUrgency().taskAssigneeExpression("${currentUser()}"), CandidateGroup.ALL);
        create(
                "filter.overdue",
                priority,
                byUrgency()
                        .taskCandidateGroupInExpression("${currentUserGroups()}")
                        .includeAssignedTasks()
                        .dueBeforeExpression("${now()}"),
                CandidateGroup.ALL);
    }

    private TaskQuery byUrgency() {
        return taskService
                .createTaskQuery()
                .orderByTaskPriority()
                .desc()
                .orderByDueDate()
                .asc();
    }

    private void create(String key, int priority, TaskQuery query, List<String> groups) {
        String name = message(key);
        if (filterService.createFilterQuery().filterName(name).count() > 0) {
            return;
        }
        Filter filter = filterService
                .newTaskFilter(name)
                .setQuery(query)
                .setProperties(Map.of(
                        "description",
                        message(key + ".description"),
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
        for (String group : groups) {
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
