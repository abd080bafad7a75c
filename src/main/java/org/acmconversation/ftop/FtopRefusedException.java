package org.acmconversation.ftop;

/** FTOP refused a valid request; a manager has to decide how to continue. */
public class FtopRefusedException extends RuntimeException {

    private static final int MAX_REASON = 500;

    private final String catalogId;

    /**
     * @param catalogId catalog id of the refused task
     * @param reason reason for the manager; truncated to 500 characters, without control characters
     */
    public FtopRefusedException(String catalogId, String reason) {
        super(ExternalText.cleaned(reason, MAX_REASON));
        this.catalogId = catalogId;
    }

    /** Returns the catalog id of the refused task. */
    public String catalogId() {
        return catalogId;
    }
}
