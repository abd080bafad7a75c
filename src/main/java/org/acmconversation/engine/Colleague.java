package org.acmconversation.engine;

/**
 * Someone whom a task can be given to.
 *
 * @param id user id in tasks
 * @param name as people know them
 */
public record Colleague(String id, String name) {}
