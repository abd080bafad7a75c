package org.acmconversation.ftop;

/**
 * A task's state in FTOP.
 *
 * @param reference FTOP's own id, at most 200 characters
 */
public record FtopRecord(FtopKey key, String reference, FtopTaskStatus status) {}
