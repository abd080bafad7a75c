package org.acmconversation.scenario;

/** A scenario that cannot be parsed or that failed. The message is a Spanish sentence for its author. */
public class ScenarioFailure extends RuntimeException {

    /** @param message the message; names the step if it concerns one */
    public ScenarioFailure(String message) {
        super(message);
    }

    /** Returns the message of the outermost failure that was written for authors, or else of the innermost one. */
    public static String reason(Throwable failure) {
        Throwable cause = failure;
        while (!(cause instanceof ScenarioFailure) && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }
}
