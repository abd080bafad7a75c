package org.acmconversation.preference.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.ZoneId;
import org.acmconversation.calendar.TimeZones;
import org.acmconversation.preference.People;
import org.acmconversation.preference.Preferences;
import org.acmconversation.preference.Preferences.Language;
import org.acmconversation.problem.InvalidRequestException;
import org.acmconversation.problem.StrictJson;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** REST API of the caller's own preferences. */
@RestController
@RequestMapping(path = "/api/me", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "People")
class PersonController {

    private static final String NAME = "name";

    private final People people;
    private final StrictJson json;

    PersonController(People people, StrictJson json) {
        this.people = people;
        this.json = json;
    }

    /** The caller. */
    record Person(
            @Schema(example = "manager") String name,
            Language language,
            @Schema(example = "Europe/Madrid") String timeZone) {}

    /** The preferences that can be changed. */
    record Choice(
            @NotNull Language language,

            @NotNull @Schema(example = "Europe/Madrid") String timeZone) {}

    @GetMapping
    @Operation(summary = "Read your name, language and time zone")
    Person read(Principal caller) {
        return person(caller, people.preferences(caller.getName()));
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Choose your language and time zone",
            description = "The time zone is one of the IANA time zone database. It decides what is due today, and when"
                    + " a day begins. The response of GET can be sent back unchanged; `name` is ignored.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = Choice.class))))
    Person choose(@RequestBody JsonNode body, Principal caller) {
        if (body instanceof ObjectNode sent && sent.path(NAME).asText().equals(caller.getName())) {
            sent.remove(NAME);
        }
        Choice choice = json.bind(body, Choice.class);
        if (!TimeZones.isKnown(choice.timeZone())) {
            throw new InvalidRequestException("timeZone", TimeZones.EXPECTED);
        }
        var preferences = new Preferences(choice.language(), ZoneId.of(choice.timeZone()));
        people.prefer(caller.getName(), preferences);
        return person(caller, preferences);
    }

    private static Person person(Principal caller, Preferences preferences) {
        return new Person(
                caller.getName(), preferences.language(), preferences.timeZone().getId());
    }
}
