package org.acmconversation.model;

/**
 * Something that is wrong in a model, said so that the analyst who drew it knows what to do.
 *
 * @param file name of the file, as it is deployed
 * @param elementId id of the element to look for in the Modeler; empty where it is the file as a whole
 * @param message in Spanish: the element's name, what is wrong, and what to write instead
 */
public record Finding(String file, String elementId, String message) {

    @Override
    public String toString() {
        return elementId.isEmpty() ? file + " " + message : "%s [%s] %s".formatted(file, elementId, message);
    }
}
