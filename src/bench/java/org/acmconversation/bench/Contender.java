package org.acmconversation.bench;

import java.util.List;

/** One of the systems that are compared, as its clients see it over HTTP. */
interface Contender {

    /** How tables and charts call it. */
    String name();

    /**
     * Starts the conversation of a new customer, an Enterprise with 25,000 licenses, OneDrive and Exchange, that meets
     * the entry criteria: seven user tasks, four FTOP tasks.
     *
     * @return what its open tasks are found by
     */
    String start(String customer);

    /** The open user tasks of one conversation; none while its jobs are at work. */
    List<OpenTask> openTasks(String conversation);

    /** Claims a task for someone of the group that may. */
    void claim(OpenTask task);

    /** Completes a claimed task with what its form asks for. */
    void complete(OpenTask task);

    /**
     * A role's inbox, as it is shown: the first page of 15 open, unassigned tasks, the newest first, and how many there
     * are.
     *
     * @return how many there are
     */
    long inbox(String group);
}
