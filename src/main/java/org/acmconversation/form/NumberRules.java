package org.acmconversation.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import org.acmconversation.form.FieldRules.Violation;
import org.jspecify.annotations.Nullable;

/**
 * Rules for a number; null means no rule.
 *
 * @param decimalDigits maximum number of decimal places
 * @param increment the number must be a multiple of it
 */
record NumberRules(
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable BigDecimal decimalDigits,
        @Nullable BigDecimal increment) {

    static NumberRules of(JsonNode component) {
        JsonNode rules = component.path("validate");
        BigDecimal increment = number(component, "increment");
        if (increment != null && increment.signum() <= 0) {
            throw new UnreadableRuleException(increment.toPlainString());
        }
        return new NumberRules(
                number(rules, "min"), number(rules, "max"), number(component, "decimalDigits"), increment);
    }

    /** Modeler writes some numbers as strings. */
    private static @Nullable BigDecimal number(JsonNode json, String name) {
        String text = json.path(name).asText("");
        try {
            return text.isEmpty() ? null : new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new UnreadableRuleException(text, e);
        }
    }

    Optional<Violation> violation(Number number) {
        if (!Double.isFinite(number.doubleValue())) {
            return Violation.of("form.number");
        }
        var value = new BigDecimal(number.toString());
        if (min != null && value.compareTo(min) < 0) {
            return Violation.of("form.min", min.toPlainString());
        }
        if (max != null && value.compareTo(max) > 0) {
            return Violation.of("form.max", max.toPlainString());
        }
        if (decimalDigits != null && value.stripTrailingZeros().scale() > decimalDigits.intValue()) {
            return Violation.of("form.decimals", decimalDigits.toPlainString());
        }
        return increment != null && value.remainder(increment).signum() != 0
                ? Violation.of("form.increment", increment.toPlainString())
                : Optional.empty();
    }
}
