package org.acmconversation.tasklist;

import java.time.Clock;
import org.acmconversation.engine.OpenTasks;
import org.acmconversation.model.ConversationModel.CandidateGroup;
import org.acmconversation.operations.Snapshots;
import org.springframework.stereotype.Component;

/** How much work waits for each role. A task that several roles may do counts for each of them. */
@Component
class TaskMeters {

    private static final String ROLE = "role";

    TaskMeters(OpenTasks tasks, Clock clock, Snapshots snapshots) {
        var open = snapshots.of(() -> tasks.of(CandidateGroup.ALL));
        var overdue = snapshots.of(() -> tasks.overdue(CandidateGroup.ALL, clock.instant()));
        for (String group : CandidateGroup.ALL) {
            open.gauge("acm.tasks.open", "Open user tasks", all -> all.getOrDefault(group, 0L), ROLE, group);
            overdue.gauge(
                    "acm.tasks.overdue", "Those that are overdue", all -> all.getOrDefault(group, 0L), ROLE, group);
        }
    }
}
