package org.acmconversation.engine.persistence;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.impl.TaskQueryImpl;

/**
 * The conditions of a task query that the engine combines by {@code and}, so that each can only narrow the result. A
 * condition that is not listed may widen it: {@code candidateGroupLike} is combined with the groups by {@code or}.
 */
class NarrowingConditions {

    /** Fields of the engine's query. Some are not conditions, but control how rows are read or cache values. */
    private static final Set<String> KNOWN = Set.of(
            "assignee",
            "candidateGroup",
            "candidateGroups",
            "includeAssignedTasks",
            "taskId",
            "taskIdIn",
            "name",
            "nameNotEqual",
            "nameLike",
            "nameNotLike",
            "description",
            "descriptionLike",
            "priority",
            "minPriority",
            "maxPriority",
            "assigneeLike",
            "assigneeIn",
            "assigneeNotIn",
            "owner",
            "unassigned",
            "assigned",
            "noDelegationState",
            "delegationState",
            "processInstanceId",
            "processInstanceIdIn",
            "executionId",
            "activityInstanceIdIn",
            "createTime",
            "createTimeBefore",
            "createTimeAfter",
            "updatedAfter",
            "key",
            "keyLike",
            "taskDefinitionKeys",
            "taskDefinitionKeyNotIn",
            "processDefinitionKey",
            "processDefinitionKeys",
            "processDefinitionId",
            "processDefinitionName",
            "processDefinitionNameLike",
            "processInstanceBusinessKey",
            "processInstanceBusinessKeys",
            "processInstanceBusinessKeyLike",
            "variables",
            "variableNamesIgnoreCase",
            "variableValuesIgnoreCase",
            "dueDate",
            "dueBefore",
            "dueAfter",
            "isWithoutDueDate",
            "followUpDate",
            "followUpBefore",
            "followUpNullAccepted",
            "followUpAfter",
            "excludeSubtasks",
            "parentTaskId",
            "suspensionState",
            "tenantIds",
            "isWithoutTenantId",
            "initializeFormKeys",
            "taskNameCaseInsensitive",
            "withCommentAttachmentInfo",
            "cachedCandidateGroups");

    /** Holds the query itself and its or-queries. */
    private static final String QUERIES = "queries";

    private static final List<Field> OTHERS = Arrays.stream(TaskQueryImpl.class.getDeclaredFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()))
            .filter(field -> !KNOWN.contains(field.getName()) && !QUERIES.equals(field.getName()))
            .map(NarrowingConditions::readable)
            .toList();

    private static final TaskQueryImpl EMPTY = new TaskQueryImpl();

    private NarrowingConditions() {}

    /** Whether the query has no other conditions and no or-queries. */
    static boolean areAllOf(TaskQueryImpl query) {
        return query.getQueries().size() == 1
                && OTHERS.stream().allMatch(field -> Objects.equals(value(field, query), value(field, EMPTY)));
    }

    private static Field readable(Field field) {
        field.setAccessible(true);
        return field;
    }

    private static Object value(Field field, TaskQueryImpl query) {
        try {
            return field.get(query);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Cannot read a field of the engine's task query", e);
        }
    }
}
