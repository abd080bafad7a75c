package org.acmconversation.scenario;

/**
 * The result of a scenario.
 *
 * @param path path of its file below {@code processes/}
 * @param name the scenario's name; the path if the file cannot be parsed
 * @param message in Spanish: which step failed, and why; empty if it passed
 */
public record ScenarioResult(String path, String name, boolean passed, String message) {}
