package org.acmconversation.notification.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import org.acmconversation.notification.NotificationPreferenceStore;
import org.acmconversation.notification.NotificationPreferences;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's choices over REST. */
@RestController
@RequestMapping(path = "/api/me/notifications", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Notifications")
class PreferencesController {

    private final NotificationPreferenceStore choices;

    PreferencesController(NotificationPreferenceStore choices) {
        this.choices = choices;
    }

    @GetMapping
    @Operation(summary = "Read what you are notified of, and where")
    PreferencesData read(Principal caller) {
        return PreferencesData.of(choices.of(caller.getName()));
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Choose what you are notified of, and where",
            description = "Kinds that are left out stay as they are. The digest by email comes at 08:30 of your time"
                    + " zone on working days, and not within your quiet hours. Administrators may have fixed a kind.")
    PreferencesData choose(@RequestBody PreferencesData data, Principal caller) {
        String person = caller.getName();
        NotificationPreferences chosen = data.choices(choices.of(person), choices);
        choices.choose(person, chosen);
        return PreferencesData.of(choices.of(person));
    }
}
