package org.acmconversation.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.acmconversation.model.ModelFiles;
import org.jspecify.annotations.Nullable;

/** The fields of the forms, which decide which answers a scenario may contain. */
class FormOptions {

    private final Map<String, JsonNode> forms = new HashMap<>();
    private final Map<String, String> formOf = new HashMap<>();

    FormOptions(Map<String, byte[]> models) {
        ModelFiles files = ModelFiles.parsed(models);
        files.forms().forEach(form -> forms.put(form.id(), form.content()));
        files.inProcesses("userTask").forEach(task -> formOf.put(task.id(), task.camunda("formRef")));
    }

    /** Returns the value for the scenario; empty to omit the field. */
    Optional<Object> kept(String activityId, String field, @Nullable Object value, Instant answeredAt) {
        JsonNode form = forms.get(formOf.getOrDefault(activityId, ""));
        JsonNode component = form == null ? null : find(form, field);
        return component == null || value == null ? Optional.empty() : kept(component, value, answeredAt);
    }

    private static @Nullable JsonNode find(JsonNode parent, String key) {
        for (JsonNode component : parent.path("components")) {
            JsonNode found = component.path("key").asText("").equals(key) ? component : find(component, key);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static Optional<Object> kept(JsonNode component, Object value, Instant answeredAt) {
        return switch (component.path("type").asText()) {
            case "checkbox" -> Optional.of(value).filter(Boolean.class::isInstance);
            case "number" -> Optional.of(value).filter(Number.class::isInstance);
            case "datetime" -> fromNow(value.toString(), answeredAt).map(text -> (Object) text);
            case "radio", "select" -> Optional.of(value).filter(option -> isOption(component, option));
            case "checklist", "taglist" ->
                Optional.of(value)
                        .filter(List.class::isInstance)
                        .map(options -> ((List<?>) options)
                                .stream()
                                        .filter(option -> isOption(component, option))
                                        .toList());
            default ->
                Optional.of(value)
                        .filter(text -> !text.toString().isBlank())
                        .map(text -> ScenarioMessages.worded("kept.text"));
        };
    }

    /**
     * Whether the form itself lists an option; options that an expression reads from elsewhere may be personal data.
     */
    private static boolean isOption(JsonNode component, Object value) {
        return component.path("values").findValuesAsText("value").contains(value.toString())
                || component.path("valuesExpression").asText("").contains("\"%s\"".formatted(value));
    }

    /** Returns how far ahead a date or a moment was, as scenarios write it. */
    static Optional<String> fromNow(String date, Instant now) {
        try {
            boolean isDay = date.length() == "2026-11-29".length();
            Duration ahead = isDay
                    ? Duration.ofDays(LocalDate.parse(date).toEpochDay()
                            - LocalDate.ofInstant(now, ZoneOffset.UTC).toEpochDay())
                    : Duration.between(now, OffsetDateTime.parse(date).toInstant());
            return Optional.of(worded(ahead));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** At least an hour, so that a future time stays in the future. */
    private static String worded(Duration ahead) {
        long hours = Math.max(1, Math.abs(ahead.toHours()));
        String length = hours % 24 == 0 || hours > 48
                ? days(hours / 24)
                : hours == 1 ? ScenarioMessages.worded("kept.hour") : ScenarioMessages.worded("kept.hours", hours);
        return ahead.isZero()
                ? ScenarioMessages.worded("kept.today")
                : ScenarioMessages.worded(ahead.isNegative() ? "kept.ago" : "kept.ahead", length);
    }

    static String days(long days) {
        return days == 1
                ? ScenarioMessages.worded("kept.day")
                : ScenarioMessages.worded("kept.days", Long.toString(days));
    }
}
