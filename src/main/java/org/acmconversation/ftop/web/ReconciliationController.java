package org.acmconversation.ftop.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.util.UUID;
import org.acmconversation.ftop.FtopKey;
import org.acmconversation.ftop.ReconciliationReports;
import org.acmconversation.ftop.ReconciliationRun;
import org.acmconversation.ftop.UnknownFtopTasks;
import org.acmconversation.problem.BoundedText;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST API of the last reconciliation with FTOP. */
@RestController
@RequestMapping(path = "/api/ftop-reconciliation", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "FTOP tasks")
class ReconciliationController {

    private final ReconciliationReports reports;
    private final UnknownFtopTasks unknown;

    ReconciliationController(ReconciliationReports reports, UnknownFtopTasks unknown) {
        this.reports = reports;
        this.unknown = unknown;
    }

    /**
     * An acknowledged task.
     *
     * @param note what somebody found out or did about it
     */
    record Acknowledgement(
            @NotNull UUID engagementId,

            @NotNull @BoundedText(max = 20) String catalogId,

            @NotNull @BoundedText(max = 2000) String note) {}

    @PostMapping(path = "/acknowledgements", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Acknowledge an FTOP task that belongs to no engagement",
            description = "Reconciliations no longer report it. Nothing changes in FTOP.")
    void acknowledge(@RequestBody Acknowledgement task, Principal caller) {
        if (!FtopKey.isCatalogId(task.catalogId())) {
            throw new InvalidRequestException("catalogId", "is not an id of the catalog");
        }
        unknown.acknowledge(new FtopKey(task.engagementId(), task.catalogId()), task.note(), caller.getName());
    }

    @GetMapping
    @Operation(summary = "Read the result of the last reconciliation with FTOP")
    ReconciliationRun latest() {
        return reports.latest().orElseThrow(NoneYetException::new);
    }

    private static class NoneYetException extends ProblemException {

        NoneYetException() {
            super(
                    HttpStatus.NOT_FOUND,
                    "no-reconciliation",
                    "There has been no reconciliation with FTOP yet; the embedded adapter never reconciles.");
        }
    }
}
