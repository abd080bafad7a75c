package org.acmconversation.engagement.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.acmconversation.engagement.EngagementsWithoutProcess;
import org.acmconversation.engagement.ProcessCheck;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST API for engagements whose process instance was deleted. */
@RestController
@Tag(name = "Engagements")
class ProcessCheckController {

    private final ProcessCheck check;

    ProcessCheckController(ProcessCheck check) {
        this.check = check;
    }

    @GetMapping(path = "/api/engagements-without-process", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "List engagements whose process was deleted",
            description = "The result of the last check. Such engagements stay open until somebody withdraws them.")
    EngagementsWithoutProcess list() {
        return check.found();
    }
}
