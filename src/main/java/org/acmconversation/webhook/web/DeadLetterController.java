package org.acmconversation.webhook.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.acmconversation.database.PageRequest;
import org.acmconversation.problem.ParameterErrors;
import org.acmconversation.webhook.DeadLetterPage;
import org.acmconversation.webhook.DeadLetters;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** REST API for dead letters, for operators and administrators. */
@RestController
@RequestMapping(path = "/api/webhook/dead-letters", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Webhook")
class DeadLetterController {

    private final DeadLetters deadLetters;

    DeadLetterController(DeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /** Number of replayed dead letters. */
    record Replayed(int replayed) {}

    @GetMapping
    @Operation(
            summary = "List dead letters",
            description =
                    "Events that could not be delivered. Each blocks the later events of its engagement until it is replayed"
                            + " or discarded.")
    DeadLetterPage list(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size) {
        new ParameterErrors().checkPage(page, size).throwIfAny();
        return deadLetters.find(new PageRequest(page, size));
    }

    @PostMapping("/{id}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Replay a dead letter", description = "The engagement's later events follow.")
    Replayed replay(@PathVariable UUID id) {
        deadLetters.replay(id);
        return new Replayed(1);
    }

    @PostMapping("/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Replay all dead letters")
    Replayed replayAll() {
        return new Replayed(deadLetters.replayAll());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Discard a dead letter",
            description = "The receiver never gets it. The engagement's later events are sent.")
    void discard(@PathVariable UUID id) {
        deadLetters.discard(id);
    }
}
