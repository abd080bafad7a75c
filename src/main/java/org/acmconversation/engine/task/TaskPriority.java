package org.acmconversation.engine.task;

/** Priorities of user tasks; queues are sorted by them. Every task starts at 50, the engine's default. */
public class TaskPriority {

    public static final int REMINDED = 60;
    public static final int OVERDUE = 80;

    private TaskPriority() {}
}
