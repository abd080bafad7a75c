package org.acmconversation.release;

/**
 * A file of a release or of its base.
 *
 * @param change what happened to it
 */
public record FileChange(String path, State change) {

    /** How a file changed. */
    public enum State {
        ADDED,
        CHANGED,
        REMOVED,
        SAME
    }
}
