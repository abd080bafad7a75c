package org.acmconversation.task;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Someone whom a task can be given to, with how much they have to do.
 *
 * @param id user id in tasks
 * @param name as people know them
 * @param overdueTasks how many of the open tasks are overdue
 * @param absentUntil day of the return of somebody who is absent today
 * @param substitute who does their tasks meanwhile
 */
public record Receiver(
        String id,
        String name,
        long openTasks,
        long overdueTasks,
        @Nullable LocalDate absentUntil,
        @Nullable String substitute) {}
