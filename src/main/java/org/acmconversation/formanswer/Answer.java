package org.acmconversation.formanswer;

import io.swagger.v3.oas.annotations.media.Schema;
import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An answer in a form.
 *
 * @param field name of the field and its variable
 * @param label the field's label
 * @param value text, boolean, number or list of texts, or null
 * @param shown the value as the person saw it
 */
public record Answer(
        @Schema(example = "changeInterest") String field,

        @Schema(example = "Interés en la administración de cambio")
        String label,

        @Schema(example = "HIGH") @Nullable Object value,
        @Schema(example = "Alto") String shown) {

    /** Returns the value as the person saw it, but numbers as a reader writes them. */
    public String shownIn(Locale locale) {
        return value instanceof Number number ? NumberFormat.getInstance(locale).format(number) : shown;
    }
}
