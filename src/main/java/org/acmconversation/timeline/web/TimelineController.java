package org.acmconversation.timeline.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.timeline.Timeline;
import org.acmconversation.timeline.TimelineEntry;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** REST API of the timeline. */
@RestController
@Tag(name = "Engagements")
class TimelineController {

    private final Timeline timeline;
    private final Engagements engagements;

    TimelineController(Timeline timeline, Engagements engagements) {
        this.timeline = timeline;
        this.engagements = engagements;
    }

    @GetMapping(path = "/api/engagements/{id}/timeline", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Read an engagement's timeline", description = "Oldest first.")
    List<TimelineEntry> timeline(@PathVariable UUID id) {
        return timeline.of(engagements.get(id).id());
    }
}
