package org.acmconversation.release;

/**
 * A difference between two model sets.
 *
 * @param elementId empty for a whole file
 * @param elementName what people call the element; empty if it has no name
 * @param text a sentence for analysts, in Spanish
 */
public record Change(String path, String elementId, String elementName, Kind kind, String text) {

    /** How an element changed. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** Moved in the drawing, or among its neighbors. */
        MOVED
    }
}
