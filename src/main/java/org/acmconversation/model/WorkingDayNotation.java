package org.acmconversation.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of working days, such as {@code WD3}. */
record WorkingDayNotation(int days) {

    private static final Pattern NOTATION = Pattern.compile("WD([1-9]\\d{0,2})");

    static Optional<WorkingDayNotation> of(String text) {
        Matcher notation = NOTATION.matcher(text);
        return notation.matches()
                ? Optional.of(new WorkingDayNotation(Integer.parseInt(notation.group(1))))
                : Optional.empty();
    }

    boolean isShorterThan(WorkingDayNotation other) {
        return days < other.days;
    }
}
