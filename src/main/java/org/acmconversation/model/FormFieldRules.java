package org.acmconversation.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The rules that a form gives its fields are such that browser and server read them alike. */
class FormFieldRules implements ModelRule {

    /** The engine stores no longer text in a variable. */
    private static final int LONGEST_TEXT = 4000;

    private static final Set<String> CHOICES = Set.of("checklist", "taglist", "radio", "select");
    private static final Set<String> TEXTS = Set.of("textfield", "textarea");

    /** Those that carry a time zone, without which the server does not know the moment. */
    private static final Set<String> TIME_FORMATS = Set.of("utc_offset", "utc_normalized");

    @Override
    public void check(ModelFiles models, KnownNames known, Report report) {
        models.forms()
                .forEach(form -> FormComponent.all(form).stream()
                        .filter(FormComponent::takesInput)
                        .forEach(field -> check(field, report)));
    }

    private static void check(FormComponent field, Report report) {
        if (field.text("label").isEmpty() && field.text("dateLabel").isEmpty()) {
            field.report(report, "field.label", field.key());
        }
        if (TEXTS.contains(field.type())) {
            checkText(field, report);
        } else if (CHOICES.contains(field.type())) {
            checkChoice(field, report);
        } else if (field.type().equals("datetime")) {
            checkDateTime(field, report);
        } else if (field.type().equals("checkbox") && field.rule("required").asBoolean()) {
            field.report(report, "field.requiredCheckbox");
        }
        for (String bound : List.of("min", "max", "minLength", "maxLength")) {
            checkNumber(field, bound, report);
        }
        checkCondition(field, report);
    }

    private static void checkText(FormComponent field, Report report) {
        int longest = field.rule("maxLength").asInt();
        if (longest < 1 || longest > LONGEST_TEXT) {
            field.report(report, "field.maxLength", LONGEST_TEXT);
        } else if (field.rule("minLength").asInt() > longest) {
            field.report(report, "field.minLength", field.rule("minLength").asText(), longest);
        }
        String pattern = field.rule("pattern").asText("");
        try {
            Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            field.report(report, "field.pattern", pattern);
        }
    }

    private static void checkChoice(FormComponent field, Report report) {
        boolean hasExpression = field.text("valuesExpression").startsWith("=");
        JsonNode values = field.json().path("values");
        if (values.isEmpty() == !hasExpression) {
            field.report(report, "field.values");
        }
        Set<String> seen = new HashSet<>();
        for (JsonNode option : values) {
            String value = option.path("value").asText("");
            if (value.isBlank() || option.path("label").asText("").isBlank()) {
                field.report(report, "field.option");
            } else if (!seen.add(value)) {
                field.report(report, "field.repeatedOption", value);
            }
        }
    }

    private static void checkDateTime(FormComponent field, Report report) {
        String kind = field.text("subtype");
        if (!Set.of("date", "datetime").contains(kind)) {
            field.report(report, "field.dateKind");
        } else if (kind.equals("datetime") && !TIME_FORMATS.contains(field.text("timeSerializingFormat"))) {
            field.report(report, "field.timeFormat", field.text("timeSerializingFormat"));
        }
    }

    private static void checkNumber(FormComponent field, String bound, Report report) {
        String value = field.rule(bound).asText("");
        if (!value.isEmpty() && !value.matches("-?\\d{1,15}(\\.\\d{1,15})?")) {
            field.report(report, "field.number", bound, value);
        }
    }

    private static void checkCondition(FormComponent field, Report report) {
        String hide = field.json().path("conditional").path("hide").asText("").strip();
        if (!hide.isEmpty() && !hide.startsWith("=")) {
            field.report(report, "field.condition", hide);
        }
    }
}
