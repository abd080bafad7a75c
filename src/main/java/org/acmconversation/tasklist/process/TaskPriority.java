package org.acmconversation.tasklist.process;

/** Priorities of user tasks; queues are sorted by them. Every task starts at 50, the engine's default. */
class TaskPriority {

    static final int REMINDED = 60;
    static final int OVERDUE = 80;

    private TaskPriority() {}
}
