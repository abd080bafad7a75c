package org.acmconversation.bench;

import java.util.List;

/** One of the compared systems, as its clients see it over HTTP. */
interface Contender {

    /** Name in tables and charts. */
    String name();

    /**
     * Starts the conversation of a new customer, an Enterprise with 25,000 licenses, OneDrive and Exchange, that meets
     * the entry criteria: seven user tasks, four FTOP tasks.
     *
     * @return the key for finding its open tasks
     */
    String start(String customer);

    /** Returns the open user tasks of one conversation; none while its jobs are running. */
    List<OpenTask> openTasks(String conversation);

    /** Claims a task for a member of its candidate group. */
    void claim(OpenTask task);

    /** Completes a claimed task with the values that its form requires. */
    void complete(OpenTask task);

    /**
     * Reads a role's inbox: the first page of 15 open, unassigned tasks, newest first, and the total.
     *
     * @return the total
     */
    long inbox(String group);
}
