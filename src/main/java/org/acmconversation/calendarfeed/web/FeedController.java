package org.acmconversation.calendarfeed.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.time.Instant;
import org.acmconversation.calendarfeed.CalendarFeeds;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** REST API of the caller's calendar feed. */
@RestController
@RequestMapping(path = "/api/me/calendar", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Calendar")
class FeedController {

    private final CalendarFeeds feeds;

    FeedController(CalendarFeeds feeds) {
        this.feeds = feeds;
    }

    /** @param createdAt null if there is none */
    record Feed(@Nullable Instant createdAt) {}

    /** @param url secret address, which is shown only once */
    record NewFeed(String url) {}

    @GetMapping
    @Operation(summary = "Read whether you have a calendar feed", description = "Its address is not shown again.")
    Feed get(Principal caller) {
        return new Feed(feeds.createdAt(caller.getName()).orElse(null));
    }

    @PostMapping
    @Operation(
            summary = "Create a calendar feed of your calls and due dates",
            description = "Anyone who knows its address can read it without a login. It replaces the previous one.")
    @ApiResponse(responseCode = "201", description = "The feed has been created.")
    ResponseEntity<NewFeed> create(Principal caller) {
        return ResponseEntity.status(HttpStatus.CREATED).body(new NewFeed(url(feeds.create(caller.getName()))));
    }

    static String url(String token) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/calendar/{token}.ics")
                .buildAndExpand(token)
                .toUriString();
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke your calendar feed")
    void revoke(Principal caller) {
        feeds.revoke(caller.getName());
    }
}
