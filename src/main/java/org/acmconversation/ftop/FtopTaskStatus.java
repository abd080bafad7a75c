package org.acmconversation.ftop;

/** The status of an FTOP task. */
public enum FtopTaskStatus {
    OPEN,
    COMPLETED,
    /** An optional task was not carried out, with a reason. */
    DECLINED,
    /** The task was withdrawn with its engagement, or dropped after a refusal by FTOP. */
    CANCELED
}
