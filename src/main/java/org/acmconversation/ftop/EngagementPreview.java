package org.acmconversation.ftop;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would happen if an engagement were started.
 *
 * @param entry result of the entry criteria's decision table
 * @param ftopTasks FTOP tasks that would be created
 * @param enterpriseEligible whether the customer may take part in the Enterprise program
 */
public record EngagementPreview(
        @Schema(allowableValues = {"MET", "INCOMPLETE", "COVERED_BY_ENTERPRISE_PROGRAM"}) @Nullable
        String entry,

        List<Task> ftopTasks,
        boolean enterpriseEligible) {

    /** An FTOP task that does not exist yet. */
    @Schema(name = "PreviewedFtopTask")
    public record Task(String catalogId, String name, boolean mandatory, FastTrackRole role) {}
}
