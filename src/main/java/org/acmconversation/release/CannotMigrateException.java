package org.acmconversation.release;

/** An engagement that stays in its old version, with the reason. */
public class CannotMigrateException extends RuntimeException {

    /** Made with the engine's reason. */
    public CannotMigrateException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
