package org.acmconversation.mail.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.acmconversation.database.PageRequest;
import org.acmconversation.mail.MailDeadLetterPage;
import org.acmconversation.mail.MailDeadLetters;
import org.acmconversation.problem.ParameterErrors;
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

/** REST API for emails that could not be sent, for operators and administrators. */
@RestController
@RequestMapping(path = "/api/mail/dead-letters", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Mail")
class MailDeadLetterController {

    private final MailDeadLetters deadLetters;

    MailDeadLetterController(MailDeadLetters deadLetters) {
        this.deadLetters = deadLetters;
    }

    /** Number of emails that are sent again. */
    record ReplayedMails(int replayed) {}

    @GetMapping
    @Operation(
            summary = "List emails that could not be sent",
            description = "The mail server rejected them permanently, or did not accept them within the retry period.")
    MailDeadLetterPage list(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size) {
        new ParameterErrors().checkPage(page, size).throwIfAny();
        return deadLetters.find(new PageRequest(page, size));
    }

    @PostMapping("/{id}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Send an email again")
    ReplayedMails replay(@PathVariable UUID id) {
        deadLetters.replay(id);
        return new ReplayedMails(1);
    }

    @PostMapping("/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Send all emails again")
    ReplayedMails replayAll() {
        return new ReplayedMails(deadLetters.replayAll());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Discard an email", description = "It is never sent.")
    void discard(@PathVariable UUID id) {
        deadLetters.discard(id);
    }
}
