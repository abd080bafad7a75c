package org.acmconversation.engine.task;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.acmconversation.engine.refusal.EngineMessages;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;

/**
 * Runs commands that hand over a task on behalf of people whom the {@link HandOverRule} allows to. The engine's
 * permission to assign a task also allows changing everything else about it, so only administrators have it.
 */
public class HandOver {

    private static final Set<String> DATES = Set.of(TaskEntity.DUE_DATE, TaskEntity.FOLLOW_UP_DATE);

    private final HandOverRule rule;

    public HandOver(HandOverRule rule) {
        this.rule = rule;
    }

    /**
     * Assigns a task.
     *
     * @param task null if it is unknown, which the command reports
     * @param receiver new assignee; null to unassign it
     * @throws BadUserRequestException if the receiver is not a candidate of the task
     */
    <T> T assign(@Nullable TaskEntity task, @Nullable String receiver, Command<T> command, CommandContext context) {
        if (task == null || !isAllowed(task, context)) {
            return command.execute(context);
        }
        if (receiver != null && !isCandidate(receiver, candidateGroups(task), context)) {
            throw new BadUserRequestException(
                    EngineMessages.worded("task.receiver", receiver, String.join(", ", candidateGroups(task))));
        }
        return context.runWithoutAuthorization(command);
    }

    /** Saves a task of which only the dates have changed. */
    <T> T save(TaskEntity task, Command<T> command, CommandContext context) {
        return DATES.containsAll(task.getPropertyChanges().keySet()) && isAllowed(task, context)
                ? context.runWithoutAuthorization(command)
                : command.execute(context);
    }

    private boolean isAllowed(TaskEntity task, CommandContext context) {
        return context.getAuthentication() != null && rule.allows(groups(context), candidateGroups(task));
    }

    private static List<String> groups(CommandContext context) {
        List<String> groups = context.getAuthentication().getGroupIds();
        return groups == null ? List.of() : groups;
    }

    private static Set<String> candidateGroups(TaskEntity task) {
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static boolean isCandidate(String user, Collection<String> candidateGroups, CommandContext context) {
        if (user.equals(context.getAuthenticatedUserId())) {
            return groups(context).stream().anyMatch(candidateGroups::contains);
        }
        return context
                .runWithoutAuthorization(() -> context.getReadOnlyIdentityProvider()
                        .createGroupQuery(context)
                        .groupMember(user)
                        .list())
                .stream()
                .anyMatch(group -> candidateGroups.contains(group.getId()));
    }
}
