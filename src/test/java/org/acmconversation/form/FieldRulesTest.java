package org.acmconversation.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Validation of submitted values by the form's own rules. */
class FieldRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static String broken(String component, Object value) {
        byte[] form = "{\"components\": [%s]}".formatted(component).getBytes(StandardCharsets.UTF_8);
        FormField field = FormSchema.parse(form).fields().get(0);
        return new FieldRules(field, List.copyOf(field.options().keySet()), NOW)
                .violation(value, field.required())
                .map(FieldRules.Violation::message)
                .orElse("");
    }

    @Test
    void requiresANonBlankTextForARequiredField() {
        String name = "{'type': 'textfield', 'key': 'name', 'validate': {'required': true}}".replace('\'', '"');

        assertThat(broken(name, null)).isEqualTo("form.required");
        assertThat(broken(name, "  ")).isEqualTo("form.required");
        assertThat(broken(name, 7)).isEqualTo("form.text");
        assertThat(broken(name, "Ana")).isEmpty();
        assertThat(broken(name, "A\u0000na")).isEqualTo("form.characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00a0", "\u200b\u2060", "\u3000\n", "\ufe0f", "\u2800"})
    void treatsInvisibleTextAsBlank(String blank) {
        String name = "{'type': 'textfield', 'key': 'name', 'validate': {'required': true}}".replace('\'', '"');

        assertThat(broken(name, blank)).isEqualTo("form.required");
        assertThat(SubmittedValue.stored(blank)).isEmpty();
    }

    /** Counts like JavaScript, as the form in the browser does. */
    @Test
    void countsCharactersOfTheTrimmedText() {
        String notes = "{'type': 'textarea', 'key': 'notes', 'validate': {'minLength': 2, 'maxLength': 4000}}"
                .replace('\'', '"');

        assertThat(broken(notes, "x".repeat(4000) + "\n")).isEmpty();
        assertThat(SubmittedValue.stored("x".repeat(4000) + "\n")).isEqualTo("x".repeat(4000));
        assertThat(broken(notes, "\ufeff x\u00a0\u2028")).isEqualTo("form.short");
        assertThat(broken(notes, "x".repeat(3999) + "\nx")).isEqualTo("form.long");
        assertThat(broken(notes, "\ud83d\ude00".repeat(2000))).isEmpty();
        assertThat(broken(notes, "\ud83d\ude00".repeat(2001))).isEqualTo("form.long");
    }

    @Test
    void limitsTextToWhatTheEngineStores() {
        String notes = "{'type': 'textarea', 'key': 'notes'}".replace('\'', '"');

        assertThat(broken(notes, null)).isEmpty();
        assertThat(broken(notes, "x".repeat(4000))).isEmpty();
        assertThat(broken(notes, "x".repeat(4001))).isEqualTo("form.long");
    }

    @Test
    void checksTheLengthAndPatternOfText() {
        String code =
                "{'type': 'textfield', 'key': 'code', 'validate': {'minLength': 2, 'maxLength': 3, 'pattern': '^[A-Z]+$'}}"
                        .replace('\'', '"');

        assertThat(broken(code, "A")).isEqualTo("form.short");
        assertThat(broken(code, "ABCD")).isEqualTo("form.long");
        assertThat(broken(code, "ab")).isEqualTo("form.pattern");
        assertThat(broken(code, "ABC")).isEmpty();
        assertThat(broken(code, "AB\n")).isEqualTo("form.pattern");
    }

    @Test
    void requiresABooleanForACheckbox() {
        String asked = "{'type': 'checkbox', 'key': 'asked'}".replace('\'', '"');

        assertThat(broken(asked, null)).isEqualTo("form.boolean");
        assertThat(broken(asked, "true")).isEqualTo("form.boolean");
        assertThat(broken(asked, false)).isEmpty();
    }

    @Test
    void requiresOneOfTheOptionsForAChoice() {
        String interest =
                "{'type': 'radio', 'key': 'interest', 'validate': {'required': true}, 'values': [{'value': 'LOW'}, {'value': 'HIGH'}]}"
                        .replace('\'', '"');

        assertThat(broken(interest, "LOW")).isEmpty();
        assertThat(broken(interest, "low")).isEqualTo("form.option");
        assertThat(broken(interest, null)).isEqualTo("form.required");
    }

    @Test
    void requiresDistinctOptionsForAList() {
        String services =
                "{'type': 'checklist', 'key': 'services', 'validate': {'required': true}, 'values': [{'value': 'A'}, {'value': 'B'}]}"
                        .replace('\'', '"');

        assertThat(broken(services, List.of("A", "B"))).isEmpty();
        assertThat(broken(services, List.of())).isEqualTo("form.required");
        assertThat(broken(services, List.of("C"))).isEqualTo("form.option");
        assertThat(broken(services, List.of("A", "A"))).isEqualTo("form.repeated");
        assertThat(broken(services, Arrays.asList("A", null))).isEqualTo("form.option");
        assertThat(broken(services, "A")).isEqualTo("form.list");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T10:00+01:00, ''",
        "2026-11-23T13:30+01:00, ''",
        "2026-11-23T12:30+01:00, form.past",
        "2026-12-01T10:00, form.dateTime",
        "2026-12-01, form.dateTime",
        "2026-13-01T10:00Z, form.dateTime",
        "+12345-01-01T10:00Z, form.year",
        "2027-02-31T10:00Z, form.dateTime",
        "2027-02-29T10:00+01:00, form.dateTime",
        "2027-04-30T24:30Z, form.dateTime",
        "mañana, form.dateTime",
    })
    void requiresAFutureTimeWithOffset(String value, String message) {
        String call = "{'type': 'datetime', 'subtype': 'datetime', 'key': 'call', 'disallowPassedDates': true}"
                .replace('\'', '"');

        assertThat(broken(call, value)).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-01", "2026-11-01T10:00Z"})
    void acceptsADateWithATime(String value) {
        assertThat(broken("{\"type\": \"datetime\", \"subtype\": \"date\", \"key\": \"day\"}", value))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-02-31, form.date",
        "2026-02-29, form.date",
        "2027-12-31T25:00Z, form.date",
        "12/31/2026, form.date",
        "0206-01-01, form.year",
        "0206-01-01T10:00Z, form.year",
        "2200-01-01, form.year",
        "2028-02-29, ''",
    })
    void rejectsDatesFarFromToday(String value, String message) {
        assertThat(broken("{\"type\": \"datetime\", \"subtype\": \"date\", \"key\": \"day\"}", value))
                .isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23, ''", "2026-11-22, form.past", "2026-11-24, ''"})
    void requiresTodayOrLaterIfPastDatesAreDisallowed(String value, String message) {
        String day =
                "{'type': 'datetime', 'subtype': 'date', 'key': 'day', 'disallowPassedDates': true}".replace('\'', '"');

        assertThat(broken(day, value)).isEqualTo(message);
    }

    @Test
    void limitsDecimalPlaces() {
        String price = "{'type': 'number', 'key': 'price', 'decimalDigits': 2}".replace('\'', '"');

        assertThat(broken(price, 1.25)).isEmpty();
        assertThat(broken(price, 100)).isEmpty();
        assertThat(broken(price, 1.255)).isEqualTo("form.decimals");
        assertThat(broken(price.replace("2}", "0}"), 1.5)).isEqualTo("form.decimals");
    }

    @Test
    void requiresAMultipleOfTheIncrement() {
        String share = "{'type': 'number', 'key': 'share', 'increment': '0.1'}".replace('\'', '"');

        assertThat(broken(share, 0.3)).isEmpty();
        assertThat(broken(share, -2)).isEmpty();
        assertThat(broken(share, 0.35)).isEqualTo("form.increment");
    }

    @Test
    void checksTheBoundsOfANumber() {
        String count = "{'type': 'number', 'key': 'count', 'validate': {'min': 1, 'max': 3}}".replace('\'', '"');

        assertThat(broken(count, 1)).isEmpty();
        assertThat(broken(count, 0)).isEqualTo("form.min");
        assertThat(broken(count, 3.5)).isEqualTo("form.max");
        assertThat(broken(count, Double.NaN)).isEqualTo("form.number");
        assertThat(broken(count, "1")).isEqualTo("form.number");
    }

    @Test
    void hidesAFieldWithItsGroups() {
        String form =
                "{'components': [{'type': 'group', 'conditional': {'hide': '=a'}, 'components': [{'type': 'group', 'components': [{'type': 'textfield', 'key': 'inside', 'conditional': {'hide': '=b'}}]}]}, {'type': 'textfield', 'key': 'outside'}]}"
                        .replace('\'', '"');

        assertThat(FormSchema.parse(form.getBytes(StandardCharsets.UTF_8)).fields())
                .extracting(FormField::hideExpressions)
                .containsExactly(List.of("a", "b"), List.of());
    }

    @Test
    void readsFieldsInGroupsAndSkipsDisabledFields() {
        String form =
                "{'components': [{'type': 'group', 'components': [{'type': 'textfield', 'key': 'inside'}]}, {'type': 'textfield', 'key': 'shown', 'disabled': true}, {'type': 'text'}]}"
                        .replace('\'', '"');

        assertThat(FormSchema.parse(form.getBytes(StandardCharsets.UTF_8)).fields())
                .extracting(FormField::key)
                .containsExactly("inside");
    }
}
