package org.acmconversation.release;

/** The engine does not deploy a model set, for a reason that no rule checks. */
public class ModelsRefusedException extends RuntimeException {

    private final String reason;

    /** For a failure that has only the engine's message. */
    public ModelsRefusedException(Throwable cause) {
        this(Changes.text("blocker.engine.unknown"), cause);
    }

    /** @param reason in the analysts' language */
    public ModelsRefusedException(String reason, Throwable cause) {
        super(cause.getMessage(), cause);
        this.reason = reason;
    }

    /** The reason for analysts; the message is the engine's. */
    String reason() {
        return reason;
    }
}
