package org.acmconversation.model;

/**
 * An error in a model, with a message that tells the analyst how to fix it.
 *
 * @param file file name as deployed
 * @param elementId id of the element to search for in Modeler; empty for the whole file
 * @param message in Spanish: the element's name, what is wrong, and how to correct it
 */
public record Finding(String file, String elementId, String message) {

    @Override
    public String toString() {
        return elementId.isEmpty() ? file + " " + message : "%s [%s] %s".formatted(file, elementId, message);
    }
}
