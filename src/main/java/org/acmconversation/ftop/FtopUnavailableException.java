package org.acmconversation.ftop;

/** FTOP could not be asked. The job that asked is retried and becomes an incident when that does not help. */
public class FtopUnavailableException extends RuntimeException {

    /**
     * @param message what was tried and what came of it
     * @param cause what went wrong, if anything was thrown
     */
    public FtopUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
