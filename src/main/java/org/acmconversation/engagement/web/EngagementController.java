package org.acmconversation.engagement.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.acmconversation.database.PageRequest;
import org.acmconversation.engagement.ConversationSchedule;
import org.acmconversation.engagement.EngagementList;
import org.acmconversation.engagement.EngagementPage;
import org.acmconversation.engagement.EngagementQuery;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.engagement.NewEngagement;
import org.acmconversation.engagement.Profile;
import org.acmconversation.engagement.Withdrawal;
import org.acmconversation.idempotency.Idempotent;
import org.acmconversation.problem.MergePatch;
import org.acmconversation.webpage.ReaderTimeZone;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Engagements over REST. */
@RestController
@RequestMapping(path = "/api/engagements", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Engagements")
class EngagementController {

    private final Engagements engagements;
    private final ConversationSchedule schedule;
    private final EngagementList list;
    private final MergePatch patch;
    private final ReaderTimeZone zones;

    EngagementController(
            Engagements engagements,
            ConversationSchedule schedule,
            EngagementList list,
            MergePatch patch,
            ReaderTimeZone zones) {
        this.engagements = engagements;
        this.schedule = schedule;
        this.list = list;
        this.patch = patch;
        this.zones = zones;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Idempotent
    @Operation(
            summary = "Start an engagement",
            description =
                    "Starts the engagement's process and runs it to its first wait state. Repeating the request with the"
                            + " same Idempotency-Key returns the first response, by default until 24 hours after the last"
                            + " repetition.")
    @ApiResponse(responseCode = "201", description = "The engagement has been started.")
    ResponseEntity<EngagementResource> start(
            @org.springframework.web.bind.annotation.RequestBody NewEngagement request) {
        UUID id = engagements.start(request).id();
        return ResponseEntity.created(URI.create("/api/engagements/" + id)).body(resource(id));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Read an engagement and its current activities")
    EngagementResource get(@PathVariable UUID id) {
        return resource(id);
    }

    @GetMapping
    @Operation(
            summary = "List engagements",
            description = "With their current activities, from one snapshot of the database.")
    ListResource list(
            @ParameterObject ListParameters parameters,
            BindingResult binding,
            @ParameterObject ListTextParameters texts,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size,
            HttpServletRequest request) {
        parameters.check(binding, texts).checkPage(page, size).throwIfAny();
        return ListResource.of(list.find(new EngagementQuery(
                parameters.filter(texts, zones.of(request)),
                new PageRequest(page, size),
                texts.property(),
                texts.isDescending())));
    }

    /** A page of the list. */
    record ListResource(List<EngagementResource> items, int page, int size, long totalItems) {

        static ListResource of(EngagementPage page) {
            return new ListResource(
                    page.items().stream().map(EngagementResource::of).toList(),
                    page.page(),
                    page.size(),
                    page.totalItems());
        }
    }

    @PatchMapping(path = "/{id}", consumes = "application/merge-patch+json")
    @Operation(
            summary = "Change an engagement's profile",
            description = "JSON Merge Patch (RFC 7396). Later decisions of the process use the new values.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/merge-patch+json",
                                            schema = @Schema(implementation = Profile.class))))
    EngagementResource change(
            @PathVariable UUID id, @org.springframework.web.bind.annotation.RequestBody JsonNode body) {
        engagements.changeProfile(id, profile -> patch.apply(profile, body, Profile.class));
        return resource(id);
    }

    @PostMapping(path = "/{id}/withdrawal", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Withdraw an engagement", description = "Cancels its open FTOP tasks and ends its process.")
    EngagementResource withdraw(
            @PathVariable UUID id, @org.springframework.web.bind.annotation.RequestBody Withdrawal withdrawal) {
        engagements.withdraw(id, withdrawal.reason());
        return resource(id);
    }

    /**
     * The new time of the conversation.
     *
     * @param at with its offset from UTC
     */
    record NewTime(@NotNull Instant at) {}

    @PostMapping(path = "/{id}/conversation", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Reschedule the conversation with the customer",
            description = "Moves the due date of the task conductConversation and its reminders. Only between the tasks"
                    + " scheduleConversation and conductConversation.")
    EngagementResource reschedule(
            @PathVariable UUID id, @org.springframework.web.bind.annotation.RequestBody NewTime time) {
        schedule.reschedule(id, time.at());
        return resource(id);
    }

    private EngagementResource resource(UUID id) {
        return EngagementResource.of(engagements.state(id));
    }
}
