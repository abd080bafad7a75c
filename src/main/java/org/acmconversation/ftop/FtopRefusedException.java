package org.acmconversation.ftop;

/** FTOP understood the request and refuses it; a manager has to decide. */
public class FtopRefusedException extends RuntimeException {

    private static final int MAX_REASON = 500;

    private final String catalogId;

    /**
     * @param catalogId the task that was refused
     * @param reason why, in words that a manager understands; cut to 500 characters, without control characters
     */
    public FtopRefusedException(String catalogId, String reason) {
        super(ForeignText.cleaned(reason, MAX_REASON));
        this.catalogId = catalogId;
    }

    /** The task that was refused. */
    public String catalogId() {
        return catalogId;
    }
}
