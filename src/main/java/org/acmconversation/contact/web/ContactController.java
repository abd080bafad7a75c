package org.acmconversation.contact.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.acmconversation.contact.Contact;
import org.acmconversation.contact.ContactData;
import org.acmconversation.contact.Contacts;
import org.acmconversation.engagement.Engagements;
import org.acmconversation.idempotency.Idempotent;
import org.acmconversation.problem.MergePatch;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Contacts over REST. */
@RestController
@RequestMapping(path = "/api/engagements/{id}/contacts", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Contacts")
class ContactController {

    private final Contacts contacts;
    private final Engagements engagements;
    private final MergePatch patch;

    ContactController(Contacts contacts, Engagements engagements, MergePatch patch) {
        this.contacts = contacts;
        this.engagements = engagements;
        this.patch = patch;
    }

    @GetMapping
    @Operation(summary = "List an engagement's contacts", description = "The customer's first, then by name.")
    List<Contact> list(@PathVariable UUID id) {
        return contacts.of(engagements.get(id).id());
    }

    @GetMapping("/{contactId}")
    @Operation(summary = "Read a contact")
    Contact get(@PathVariable UUID id, @PathVariable UUID contactId) {
        return contacts.get(engagements.get(id).id(), contactId);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Idempotent
    @Operation(
            summary = "Add a contact to an engagement",
            description = "Also once the engagement has ended, until it is erased.")
    @ApiResponse(responseCode = "201", description = "The contact has been added.")
    ResponseEntity<Contact> add(
            @PathVariable UUID id, @org.springframework.web.bind.annotation.RequestBody ContactData contact) {
        Contact added = contacts.add(id, contact);
        return ResponseEntity.created(URI.create("/api/engagements/%s/contacts/%s".formatted(id, added.id())))
                .body(added);
    }

    @PatchMapping(
            path = "/{contactId}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            summary = "Change a contact",
            description = "JSON Merge Patch (RFC 7396).",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/merge-patch+json",
                                            schema = @Schema(implementation = ContactData.class))))
    Contact change(
            @PathVariable UUID id,
            @PathVariable UUID contactId,
            @org.springframework.web.bind.annotation.RequestBody JsonNode body) {
        return contacts.change(id, contactId, contact -> patch.apply(contact, body, ContactData.class));
    }

    @DeleteMapping("/{contactId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Delete a contact and all personal data in it")
    void delete(@PathVariable UUID id, @PathVariable UUID contactId) {
        contacts.delete(engagements.get(id).id(), contactId);
    }
}
