package org.acmconversation.engine.deadline;

import java.util.HashMap;
import java.util.Map;
import org.acmconversation.engine.deadline.WorkingDays.Count;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Working days that a command has read: a new task has a due date and two timers. They change before a command, such as
 * a recalculation, but not within one.
 */
public class CommandWorkingDays implements Session {

    private final ObjectProvider<WorkingDays> workingDays;
    private final Map<@Nullable String, Count> counts = new HashMap<>();

    /** @param workingDays created after the engine, with which it shares the database */
    public CommandWorkingDays(ObjectProvider<WorkingDays> workingDays) {
        this.workingDays = workingDays;
    }

    /** Returns the working days of a process instance, by its business key. */
    public Count countFor(@Nullable String businessKey) {
        return counts.computeIfAbsent(
                businessKey, key -> workingDays.getObject().countFor(key));
    }

    @Override
    public void flush() {
        // Writes nothing.
    }

    @Override
    public void close() {
        // Holds no resource.
    }
}
