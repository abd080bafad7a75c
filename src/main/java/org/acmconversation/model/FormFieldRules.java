package org.acmconversation.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Validation rules of form fields mean the same in the browser and on the server. */
class FormFieldRules implements ModelRule {

    private final FormExpressionRules expressions = new FormExpressionRules();

    /** Maximum length of a string variable in the engine. */
    private static final int MAX_TEXT_LENGTH = 4000;

    private static final Set<String> CHOICES = Set.of("checklist", "taglist", "radio", "select");
    private static final Set<String> TEXTS = Set.of("textfield", "textarea");

    /** Formats with a time zone; without one the server cannot tell the instant. */
    private static final Set<String> TIME_FORMATS = Set.of("utc_offset", "utc_normalized");

    @Override
    public void check(ModelFiles models, KnownNames known, Report report) {
        for (ModelFiles.FormFile form : models.forms()) {
            List<FormComponent> components = FormComponent.all(form);
            components.stream().filter(FormComponent::takesInput).forEach(field -> check(field, report));
            components.forEach(component -> expressions.check(component, report));
        }
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
        } else if (field.type().equals("number")) {
            checkNumber(field, report);
        } else if (field.type().equals("checkbox") && field.rule("required").asBoolean()) {
            field.report(report, "field.requiredCheckbox");
        }
        JsonNode required = field.rule("required");
        if (!required.isMissingNode() && !required.isBoolean()) {
            field.report(report, "field.required", required.asText());
        }
        for (String bound : List.of("min", "max", "minLength", "maxLength")) {
            checkBound(field, bound, report);
        }
    }

    private static void checkText(FormComponent field, Report report) {
        int longest = field.rule("maxLength").asInt();
        if (longest < 1 || longest > MAX_TEXT_LENGTH) {
            field.report(report, "field.maxLength", MAX_TEXT_LENGTH);
        } else if (field.rule("minLength").asInt() > longest) {
            field.report(report, "field.minLength", field.rule("minLength").asText(), longest);
        }
        String pattern = field.rule("pattern").asText("");
        if (FormPattern.of(pattern).isEmpty()) {
            field.report(report, "field.pattern", pattern);
        }
        String validation = field.rule("validationType").asText("");
        if (!validation.isEmpty() && !validation.equals("custom")) {
            field.report(report, "field.validationType", validation);
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

    private static void checkNumber(FormComponent field, Report report) {
        if (field.json().path("serializeToString").asBoolean(false)) {
            field.report(report, "field.numberAsText");
        }
        String digits = field.text("decimalDigits");
        if (!digits.isEmpty() && !digits.matches("\\d{1,2}")) {
            field.report(report, "field.decimalDigits", digits);
        }
        String increment = field.text("increment");
        if (!increment.isEmpty() && !increment.matches("(?=.*[1-9])\\d{1,15}(\\.\\d{1,15})?")) {
            field.report(report, "field.increment", increment);
        }
    }

    private static void checkBound(FormComponent field, String bound, Report report) {
        String value = field.rule(bound).asText("");
        if (!value.isEmpty() && !value.matches("-?\\d{1,15}(\\.\\d{1,15})?")) {
            field.report(report, "field.number", bound, value);
        }
    }
}
