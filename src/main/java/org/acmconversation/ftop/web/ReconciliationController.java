package org.acmconversation.ftop.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.acmconversation.ftop.ReconciliationReports;
import org.acmconversation.ftop.ReconciliationRun;
import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST API of the last reconciliation with FTOP. */
@RestController
@RequestMapping(path = "/api/ftop-reconciliation", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "FTOP tasks")
class ReconciliationController {

    private final ReconciliationReports reports;

    ReconciliationController(ReconciliationReports reports) {
        this.reports = reports;
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
                    "There has been no reconciliation with FTOP yet; with the embedded adapter there is never one.");
        }
    }
}
