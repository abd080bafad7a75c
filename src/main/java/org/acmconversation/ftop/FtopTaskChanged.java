package org.acmconversation.ftop;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An FTOP task was created or closed, or got another reference; published within the transaction of the change.
 *
 * @param status the new status
 * @param ftopReference FTOP's own id; null if the task was canceled before FTOP knew it
 */
public record FtopTaskChanged(
        UUID engagementId,
        String catalogId,
        String name,
        FtopTaskStatus status,
        @Nullable String ftopReference) {}
