package org.acmconversation.engagement;

import static org.acmconversation.database.Timestamps.atUtc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.acmconversation.engine.instance.OpenTaskCondition;
import org.jspecify.annotations.Nullable;

/** An {@link EngagementFilter} as SQL. */
class EngagementSelection {

    private static final String BUSINESS_KEY = "cast(engagement.id as varchar)";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();

    /**
     * @param systems the systems that engagements may wait for
     * @param referenced engagements to which the text is a reference
     * @param followUps conditions on the follow-up
     * @param completedSteps conditions on completed steps
     * @param startedEngagements condition on who started it
     * @param due condition on the due dates of tasks
     * @param now the time that decides which follow-up is overdue
     */
    EngagementSelection(
            EngagementFilter filter,
            List<WaitingFor> systems,
            Collection<UUID> referenced,
            FollowUps followUps,
            CompletedSteps completedSteps,
            StartedEngagements startedEngagements,
            DueConditions.Condition due,
            Instant now) {
        add("status = :status", "status", name(filter.status()));
        add("segment = :segment", "segment", name(filter.segment()));
        add("array_contains(services, :service)", "service", filter.service());
        add("array_contains(initiatives, :initiative)", "initiative", name(filter.initiative()));
        add(
                referenced.isEmpty()
                        ? "search_key like :text escape '!'"
                        : "(search_key like :text escape '!' or engagement.id in (:referenced))",
                "text",
                filter.text() == null ? null : SearchKey.pattern(filter.text()));
        parameters.put("referenced", referenced);
        add("started_at >= :from", "from", atUtc(filter.from()));
        add("started_at < :to", "to", atUtc(filter.to()));
        add(filter.past(), completedSteps);
        add(startedEngagements.condition(), "startedBy", filter.past().startedBy());
        add(filter, due);
        systems.stream()
                .filter(system -> system.system() == filter.waitingFor())
                .forEach(system -> conditions.add(system.condition()));
        FollowUps.Selection selection = followUps.selection(filter.missing(), filter.actionOwner(), now, filter.zone());
        conditions.addAll(selection.conditions());
        parameters.putAll(selection.parameters());
    }

    private void add(EngagementFilter.Past past, CompletedSteps completedSteps) {
        add("ended_at >= :endedFrom", "endedFrom", atUtc(past.endedFrom()));
        add("ended_at < :endedTo", "endedTo", atUtc(past.endedTo()));
        if (past.completed() != null) {
            conditions.add(completedSteps.condition(past.completedFrom() != null, past.completedTo() != null));
            parameters.put("completed", past.completed());
            parameters.put("completedFrom", atUtc(past.completedFrom()));
            parameters.put("completedTo", atUtc(past.completedTo()));
        }
    }

    private void add(EngagementFilter filter, DueConditions.Condition due) {
        var tasks = new OpenTaskCondition(
                filter.activity(),
                filter.owner(),
                filter.role(),
                due.span().from(),
                due.span().before());
        conditions.addAll(tasks.condition(BUSINESS_KEY, null));
        if (due.further() != null) {
            // In addition to the condition above: PostgreSQL can start from the tasks only with a condition that
            // does not refer to engagements.
            conditions.addAll(tasks.condition(BUSINESS_KEY, due.further()));
        }
        parameters.putAll(tasks.parameters());
        parameters.putAll(due.parameters());
    }

    private void add(String condition, String name, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            parameters.put(name, value);
        }
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    /** Returns the {@code where} clause; empty without conditions. */
    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
