package org.acmconversation.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server makes of a value that a form sends, by the form's own rules. */
class FieldRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static String broken(String component, Object value) {
        byte[] form = "{\"components\": [%s]}".formatted(component).getBytes(StandardCharsets.UTF_8);
        FormField field = FormSchema.parse(form).fields().get(0);
        return new FieldRules(field, field.options(), NOW)
                .violation(value, field.required())
                .map(FieldRules.Violation::message)
                .orElse("");
    }

    @Test
    void requiredTextHasToBeThereAndNotBlank() {
        String name = "{'type': 'textfield', 'key': 'name', 'validate': {'required': true}}".replace('\'', '"');

        assertThat(broken(name, null)).isEqualTo("form.required");
        assertThat(broken(name, "  ")).isEqualTo("form.required");
        assertThat(broken(name, 7)).isEqualTo("form.text");
        assertThat(broken(name, "Ana")).isEmpty();
        assertThat(broken(name, "A\u0000na")).isEqualTo("form.characters");
    }

    @Test
    void textIsNeverLongerThanTheEngineStores() {
        String notes = "{'type': 'textarea', 'key': 'notes'}".replace('\'', '"');

        assertThat(broken(notes, null)).isEmpty();
        assertThat(broken(notes, "x".repeat(4000))).isEmpty();
        assertThat(broken(notes, "x".repeat(4001))).isEqualTo("form.long");
    }

    @Test
    void textKeepsToTheFormsLengthAndPattern() {
        String code =
                "{'type': 'textfield', 'key': 'code', 'validate': {'minLength': 2, 'maxLength': 3, 'pattern': '^[A-Z]+$'}}"
                        .replace('\'', '"');

        assertThat(broken(code, "A")).isEqualTo("form.short");
        assertThat(broken(code, "ABCD")).isEqualTo("form.long");
        assertThat(broken(code, "ab")).isEqualTo("form.pattern");
        assertThat(broken(code, "ABC")).isEmpty();
    }

    @Test
    void aCheckboxIsAnsweredWithTrueOrFalse() {
        String asked = "{'type': 'checkbox', 'key': 'asked'}".replace('\'', '"');

        assertThat(broken(asked, null)).isEqualTo("form.boolean");
        assertThat(broken(asked, "true")).isEqualTo("form.boolean");
        assertThat(broken(asked, false)).isEmpty();
    }

    @Test
    void aChoiceIsOneOfTheOptions() {
        String interest =
                "{'type': 'radio', 'key': 'interest', 'validate': {'required': true}, 'values': [{'value': 'LOW'}, {'value': 'HIGH'}]}"
                        .replace('\'', '"');

        assertThat(broken(interest, "LOW")).isEmpty();
        assertThat(broken(interest, "low")).isEqualTo("form.option");
        assertThat(broken(interest, null)).isEqualTo("form.required");
    }

    @Test
    void aListHasOptionsAloneAndEachOnce() {
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
        "mañana, form.dateTime",
    })
    void aCallIsPlannedForATimeWithOffsetThatLiesAhead(String value, String message) {
        String call = "{'type': 'datetime', 'subtype': 'datetime', 'key': 'call', 'disallowPassedDates': true}"
                .replace('\'', '"');

        assertThat(broken(call, value)).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-01", "2026-11-01T10:00Z"})
    void aDayMayComeWithItsTime(String value) {
        assertThat(broken("{\"type\": \"datetime\", \"subtype\": \"date\", \"key\": \"day\"}", value))
                .isEmpty();
    }

    @Test
    void aNumberKeepsToItsBounds() {
        String count = "{'type': 'number', 'key': 'count', 'validate': {'min': 1, 'max': 3}}".replace('\'', '"');

        assertThat(broken(count, 1)).isEmpty();
        assertThat(broken(count, 0)).isEqualTo("form.min");
        assertThat(broken(count, 3.5)).isEqualTo("form.max");
        assertThat(broken(count, Double.NaN)).isEqualTo("form.number");
        assertThat(broken(count, "1")).isEqualTo("form.number");
    }

    @Test
    void fieldsInGroupsAreFieldsAndDisabledOnesAreNot() {
        String form =
                "{'components': [{'type': 'group', 'components': [{'type': 'textfield', 'key': 'inside'}]}, {'type': 'textfield', 'key': 'shown', 'disabled': true}, {'type': 'text'}]}"
                        .replace('\'', '"');

        assertThat(FormSchema.parse(form.getBytes(StandardCharsets.UTF_8)).fields())
                .extracting(FormField::key)
                .containsExactly("inside");
    }
}
