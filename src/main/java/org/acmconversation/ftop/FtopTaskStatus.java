package org.acmconversation.ftop;

/** How an FTOP task stands. */
public enum FtopTaskStatus {
    OPEN,
    COMPLETED,
    /** An optional task that was not carried out, with a reason. */
    DECLINED,
    /** Withdrawn with its engagement, or dropped after FTOP refused it. */
    CANCELED
}
