package org.acmconversation.webpage;

/** Somebody changed the data since the form was opened. */
public class ChangedMeanwhileException extends RuntimeException {

    private final transient Object current;

    ChangedMeanwhileException(Object current) {
        super("The data was changed since the form was opened.");
        this.current = current;
    }

    /** Returns what is stored now. */
    public <T> T current(Class<T> type) {
        return type.cast(current);
    }
}
