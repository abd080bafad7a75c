package org.acmconversation.release;

/** The engine does not deploy a model set, for a reason that no rule checks. */
public class ModelsRefusedException extends RuntimeException {

    /** Made with the engine's reason, for which there are no other words. */
    public ModelsRefusedException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
