package org.acmconversation.tasklist;

import java.time.Clock;
import org.acmconversation.engine.task.OpenTasks;
import org.acmconversation.model.ConversationModel.CandidateGroup;
import org.acmconversation.operations.CachedQueries;
import org.springframework.stereotype.Component;

/** Metrics of open tasks by role. A task with several candidate groups counts for each. */
@Component
class TaskMeters {

    private static final String ROLE = "role";

    TaskMeters(OpenTasks tasks, Clock clock, CachedQueries queries) {
        var open = queries.of(() -> tasks.of(CandidateGroup.ALL));
        var overdue = queries.of(() -> tasks.overdue(CandidateGroup.ALL, clock.instant()));
        for (String group : CandidateGroup.ALL) {
            open.gauge("acm.tasks.open", "Open user tasks", all -> all.getOrDefault(group, 0L), ROLE, group);
            overdue.gauge(
                    "acm.tasks.overdue",
                    "Open user tasks that are overdue",
                    all -> all.getOrDefault(group, 0L),
                    ROLE,
                    group);
        }
    }
}
