package org.acmconversation.ftop;

/** FTOP understood the request and refuses it; a manager has to decide. */
public class FtopRefusedException extends RuntimeException {

    private final String catalogId;

    /**
     * @param catalogId the task that was refused
     * @param reason why, in words that a manager understands
     */
    public FtopRefusedException(String catalogId, String reason) {
        super(reason);
        this.catalogId = catalogId;
    }

    /** The task that was refused. */
    public String catalogId() {
        return catalogId;
    }
}
