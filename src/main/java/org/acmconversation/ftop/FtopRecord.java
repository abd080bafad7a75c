package org.acmconversation.ftop;

/**
 * A task as FTOP has it.
 *
 * @param reference FTOP's own id of it, at most 200 characters
 */
public record FtopRecord(FtopKey key, String reference, FtopTaskStatus status) {}
