package org.acmconversation.ftop;

import org.jspecify.annotations.Nullable;

/**
 * A task's state in FTOP.
 *
 * @param reference FTOP's own id, at most 200 characters
 */
public record FtopRecord(FtopKey key, @Nullable String reference, FtopTaskStatus status) {}
