package org.acmconversation.task;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person to whom a task can be assigned, with their workload.
 *
 * @param id user id in tasks
 * @param name display name
 * @param overdueTasks number of overdue tasks among the open ones
 * @param absentUntil day of the return if the person is absent today
 * @param substitute who substitutes for them meanwhile
 */
public record Receiver(
        String id,
        String name,
        long openTasks,
        long overdueTasks,
        @Nullable LocalDate absentUntil,
        @Nullable String substitute) {}
