package org.acmconversation.scenario;

/** A scenario that cannot be parsed or that failed. The message is a Spanish sentence for its author. */
public class ScenarioException extends RuntimeException {

    /** @param message the message; names the step if it concerns one */
    public ScenarioException(String message) {
        super(message);
    }
}
