package org.acmconversation.ftop.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.acmconversation.engagement.NewEngagement;
import org.acmconversation.ftop.EngagementPreview;
import org.acmconversation.ftop.EngagementPreviews;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** REST API for previewing an engagement. */
@RestController
@Tag(name = "Engagements")
class PreviewController {

    private final EngagementPreviews previews;

    PreviewController(EngagementPreviews previews) {
        this.previews = previews;
    }

    @PostMapping(
            path = "/api/engagements/preview",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Preview an engagement",
            description =
                    "Evaluates the active decision tables for a request that would start an engagement: whether it"
                            + " meets the entry criteria, which FTOP tasks it would get, and whether the customer is eligible"
                            + " for the Enterprise program. Nothing is stored; whether the externalId exists is not checked.")
    EngagementPreview preview(@RequestBody NewEngagement request) {
        return previews.of(request);
    }
}
