package org.acmconversation.ftop;

import java.util.UUID;

/**
 * An FTOP task was created or closed, or FTOP has it under another reference; published within the transaction that
 * makes it true.
 *
 * @param status what it is now
 * @param ftopReference FTOP's own id of it; null if it was canceled before FTOP knew it
 */
public record FtopTaskChanged(
        UUID engagementId, String catalogId, String name, FtopTaskStatus status, String ftopReference) {}
