package org.acmconversation.release;

/**
 * A finding of the check of a model set.
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
