package org.acmconversation.retention.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.acmconversation.retention.Retention;
import org.acmconversation.retention.RetentionRun;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The nightly cleanup over REST. */
@RestController
@RequestMapping(path = "/api/retention", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Retention")
class RetentionController {

    private final Retention retention;

    RetentionController(Retention retention) {
        this.retention = retention;
    }

    /**
     * What has expired.
     *
     * @param expired rows by table that a cleanup would delete now
     */
    record RetentionState(
            Map<String, Long> expired, @Nullable RetentionRun lastRun) {}

    @GetMapping
    @Operation(
            summary = "Read what a cleanup would delete now, and what the last one deleted",
            description =
                    "Counts only. A row that can be deleted only after another one is not counted until that one is gone.")
    RetentionState read() {
        return new RetentionState(retention.countExpired(), retention.latest().orElse(null));
    }

    @PostMapping("/runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Run the nightly cleanup now",
            description = "It runs in the background on the node that receives the request.")
    void run() {
        retention.start();
    }
}
