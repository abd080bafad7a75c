package org.acmconversation.notification.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.acmconversation.notification.Channel;
import org.acmconversation.notification.Kind;
import org.acmconversation.notification.NotificationPreferenceStore;
import org.acmconversation.notification.NotificationPreferences;
import org.acmconversation.notification.QuietHours;
import org.acmconversation.problem.BoundedText;
import org.acmconversation.problem.FieldError;
import org.acmconversation.problem.InvalidRequestException;
import org.jspecify.annotations.Nullable;

/**
 * A person's choices.
 *
 * @param kinds those that are left out stay as they are
 * @param quietFrom when quiet hours begin; null if there are none
 * @param quietUntil when they end
 */
record PreferencesData(
        @NotNull List<@Valid Told> kinds,

        @BoundedText(max = 5) @Schema(example = "20:00") @Nullable
        String quietFrom,

        @BoundedText(max = 5) @Schema(example = "08:00") @Nullable
        String quietUntil) {

    /** The channels of a kind. */
    record Told(
            @NotNull Kind kind,
            @NotNull Boolean bell,
            @NotNull Boolean mail) {

        boolean isOn(Channel channel) {
            return channel == Channel.BELL ? bell : mail;
        }
    }

    static PreferencesData of(NotificationPreferences choices) {
        QuietHours quiet = choices.quietHours();
        return new PreferencesData(
                Arrays.stream(Kind.values())
                        .map(kind -> new Told(kind, choices.isOn(kind, Channel.BELL), choices.isOn(kind, Channel.MAIL)))
                        .toList(),
                quiet == null ? null : quiet.from().toString(),
                quiet == null ? null : quiet.until().toString());
    }

    /** @throws InvalidRequestException if a time is invalid, or a fixed choice is changed */
    NotificationPreferences choices(NotificationPreferences current, NotificationPreferenceStore rules) {
        List<FieldError> errors = new ArrayList<>();
        Map<Kind, Set<Channel>> channels = new EnumMap<>(current.channels());
        for (Told told : kinds) {
            Set<Channel> on = EnumSet.noneOf(Channel.class);
            for (Channel channel : Channel.values()) {
                if (told.isOn(channel)) {
                    on.add(channel);
                }
                if (told.isOn(channel) != current.isOn(told.kind(), channel) && rules.isFixed(told.kind(), channel)) {
                    errors.add(new FieldError("kinds", "%s is fixed by the administrators".formatted(told.kind())));
                }
            }
            channels.put(told.kind(), on);
        }
        LocalTime from = time("quietFrom", quietFrom, errors);
        LocalTime until = time("quietUntil", quietUntil, errors);
        if (errors.isEmpty() && ((from == null) != (until == null) || from != null && from.equals(until))) {
            errors.add(new FieldError("quietUntil", "must differ from quietFrom, and both must be given"));
        }
        if (!errors.isEmpty()) {
            throw new InvalidRequestException(errors);
        }
        return new NotificationPreferences(
                channels, from == null || until == null ? null : new QuietHours(from, until));
    }

    private static @Nullable LocalTime time(String field, @Nullable String text, List<FieldError> errors) {
        try {
            return text == null ? null : LocalTime.parse(text);
        } catch (DateTimeParseException e) {
            errors.add(new FieldError(field, "must be a time such as 20:00"));
            return null;
        }
    }
}
