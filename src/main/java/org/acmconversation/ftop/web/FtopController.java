package org.acmconversation.ftop.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.ftop.CatalogTask;
import org.acmconversation.ftop.FtopCatalog;
import org.acmconversation.ftop.FtopRetry;
import org.acmconversation.ftop.FtopTask;
import org.acmconversation.ftop.FtopTasks;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST API of the FTOP catalog and of an engagement's FTOP tasks. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "FTOP tasks")
class FtopController {

    private final FtopCatalog catalog;
    private final FtopTasks ftopTasks;
    private final Engagements engagements;
    private final FtopRetry retry;

    FtopController(FtopCatalog catalog, FtopTasks ftopTasks, Engagements engagements, FtopRetry retry) {
        this.catalog = catalog;
        this.ftopTasks = ftopTasks;
        this.engagements = engagements;
        this.retry = retry;
    }

    @GetMapping("/ftop-catalog")
    @Operation(summary = "Read the FTOP catalog", description = "The rows of the latest decision tables.")
    List<CatalogTask> catalog() {
        return catalog.tasks();
    }

    @GetMapping("/engagements/{id}/ftop-tasks")
    @Operation(summary = "Read an engagement's FTOP tasks")
    List<FtopTask> tasks(@PathVariable UUID id) {
        return ftopTasks.of(engagements.get(id).id());
    }

    @PostMapping("/engagements/{id}/ftop-tasks/{catalogId}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Retry the call to FTOP for a waiting task",
            description = "Retries at once, even if no retries are left.")
    void retry(@PathVariable UUID id, @PathVariable String catalogId) {
        retry.now(engagements.get(id).id(), catalogId);
    }
}
