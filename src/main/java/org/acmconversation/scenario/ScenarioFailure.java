package org.acmconversation.scenario;

/** A scenario that cannot be read, or that went otherwise. The message is a Spanish sentence for its author. */
public class ScenarioFailure extends RuntimeException {

    /** @param message names the step, if it is about one */
    public ScenarioFailure(String message) {
        super(message);
    }

    /** Returns what went wrong, by the outermost failure that was worded for authors or else the innermost one. */
    public static String reason(Throwable failure) {
        Throwable cause = failure;
        while (!(cause instanceof ScenarioFailure) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
