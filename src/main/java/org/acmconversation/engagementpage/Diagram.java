package org.acmconversation.engagementpage;

import java.util.Map;
import java.util.Set;

/**
 * A process model with the state of an engagement. Several instances of a called process share a diagram.
 *
 * @param modelId id of the engine's definition
 * @param name name of the process, in Spanish
 * @param done ids of the activities that have ended
 * @param current ids of the running activities
 * @param tasks open user tasks by the id of their activity
 */
public record Diagram(String modelId, String name, Set<String> done, Set<String> current, Map<String, String> tasks) {}
