package org.acmconversation.release;

/**
 * What the check of a model set found.
 *
 * @param elementId id to search for in Modeler; empty for a whole file
 * @param message in Spanish: what is wrong, and how to correct it
 */
public record ReleaseFinding(String path, String elementId, Severity severity, String message) {

    /** Whether a release can be published with it. */
    public enum Severity {
        ERROR,
        WARNING
    }
}
