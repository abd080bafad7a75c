package org.acmconversation.engine;

/**
 * Why a model is refused, said so that the analyst who drew it knows what to do.
 *
 * @param file name of the file, as it is deployed
 * @param elementId nearest id in the file; empty where there is none
 * @param reason in Spanish
 * @param isFatal whether the file could not be read to its end
 */
public record Objection(String file, String elementId, String reason, boolean isFatal) {

    @Override
    public String toString() {
        return elementId.isEmpty()
                ? "%s: %s".formatted(file, reason)
                : "%s [%s]: %s".formatted(file, elementId, reason);
    }
}
