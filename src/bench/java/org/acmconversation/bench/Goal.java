package org.acmconversation.bench;

import java.util.Locale;

/**
 * A goal of a run.
 *
 * @param bound minimum or maximum
 */
record Goal(String what, double bound, boolean isAtLeast) {

    static final String HEADER = "| what | goal | measured | |\n| --- | --- | --- | --- |\n";

    /** Returns a row for a table with {@link #HEADER}. */
    String row(double measured) {
        return "| %s | at %s %s | %s | %s |%n"
                .formatted(
                        what,
                        isAtLeast ? "least" : "most",
                        number(bound),
                        number(measured),
                        (isAtLeast ? measured >= bound : measured <= bound) ? "reached" : "not reached");
    }

    /** Formats a number with three significant digits. */
    static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }
}
