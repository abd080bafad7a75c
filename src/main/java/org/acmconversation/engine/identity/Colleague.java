package org.acmconversation.engine.identity;

/**
 * A person to whom a task can be assigned.
 *
 * @param id user id in tasks
 * @param name display name
 */
public record Colleague(String id, String name) {}
