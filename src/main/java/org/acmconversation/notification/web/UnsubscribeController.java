package org.acmconversation.notification.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import org.acmconversation.notification.Unsubscribing;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The endpoint that mail clients call to unsubscribe, without a login. */
@RestController
@RequestMapping("/notifications/unsubscribe/{secret}")
@Hidden
class UnsubscribeController {

    private final Unsubscribing unsubscribing;

    UnsubscribeController(Unsubscribing unsubscribing) {
        this.unsubscribing = unsubscribing;
    }

    @PostMapping
    ResponseEntity<Void> unsubscribe(@PathVariable String secret) {
        boolean isDone = unsubscribing.unsubscribe(secret);
        return ResponseEntity.status(isDone ? HttpStatus.NO_CONTENT : HttpStatus.NOT_FOUND)
                .build();
    }

    /** Changes nothing, since mail scanners open all links; leads people to their preferences. */
    @GetMapping
    ResponseEntity<Void> open(@PathVariable String secret) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/me/notifications"))
                .build();
    }
}
