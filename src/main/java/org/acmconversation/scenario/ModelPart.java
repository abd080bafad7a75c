package org.acmconversation.scenario;

/**
 * A part of a model that a scenario can reach.
 *
 * @param path path of the file below {@code processes/}
 * @param elementId id of an activity, event, gateway, sequence flow, or row of a decision table
 */
public record ModelPart(String path, String elementId) {}
