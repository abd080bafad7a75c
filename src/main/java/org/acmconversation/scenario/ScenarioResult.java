package org.acmconversation.scenario;

/**
 * What came of a scenario.
 *
 * @param path path of its file below {@code processes/}
 * @param name what its file calls it; the path if the file cannot be read
 * @param message in Spanish: which step failed, and why; empty if it passed
 */
public record ScenarioResult(String path, String name, boolean passed, String message) {}
