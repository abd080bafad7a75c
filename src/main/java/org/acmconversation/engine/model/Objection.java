package org.acmconversation.engine.model;

/**
 * A reason for rejecting a model, with a message that tells the analyst how to fix it.
 *
 * @param file file name as deployed
 * @param elementId closest id in the file; empty if there is none
 * @param reason message in Spanish
 * @param isFatal whether the file could not be parsed completely
 */
public record Objection(String file, String elementId, String reason, boolean isFatal) {

    @Override
    public String toString() {
        return elementId.isEmpty()
                ? "%s: %s".formatted(file, reason)
                : "%s [%s]: %s".formatted(file, elementId, reason);
    }
}
