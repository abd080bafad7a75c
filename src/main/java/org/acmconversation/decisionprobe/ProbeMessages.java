package org.acmconversation.decisionprobe;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.acmconversation.text.SpanishTexts;
import org.jspecify.annotations.Nullable;

/** Messages to analysts about decision tables. */
class ProbeMessages {

    private static final SpanishTexts MESSAGES = SpanishTexts.of("probe");

    private ProbeMessages() {}

    static String worded(String key, Object... arguments) {
        return MESSAGES.text(key, arguments);
    }

    /** Values by the label of their column. */
    static String inputs(Map<String, @Nullable Object> inputs) {
        return inputs.entrySet().stream()
                .map(input -> "%s = %s".formatted(input.getKey(), value(input.getValue())))
                .collect(Collectors.joining(", "));
    }

    /** Returns the rows' outputs as text. */
    static String outputs(List<Map<String, @Nullable Object>> rows) {
        return rows.isEmpty()
                ? worded("nothing")
                : rows.stream()
                        .map(row ->
                                row.values().stream().map(ProbeMessages::value).collect(Collectors.joining(", ")))
                        .collect(Collectors.joining("; "));
    }

    static String value(@Nullable Object value) {
        if (value == null) {
            return worded("empty");
        }
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof Double number && number % 1 == 0
                ? String.valueOf(number.longValue())
                : String.valueOf(value);
    }
}
