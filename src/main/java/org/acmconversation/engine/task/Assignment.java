package org.acmconversation.engine.task;

/** Who gets a new task. */
public enum Assignment {
    /** Nobody: any of its candidates can claim it. */
    QUEUE,
    /** The person who held the conversation with the customer. */
    LAST_PERSON,
    /** The candidate with the fewest open tasks. */
    LEAST_LOADED
}
