package org.acmconversation.bench;

import java.util.Locale;

/**
 * What a run is to reach.
 *
 * @param bound the least that will do, or the most
 */
record Goal(String what, double bound, boolean isAtLeast) {

    static final String HEADER = "| what | goal | measured | |\n| --- | --- | --- | --- |\n";

    /** Of a table below {@link #HEADER}. */
    String row(double measured) {
        return "| %s | at %s %s | %s | %s |%n"
                .formatted(
                        what,
                        isAtLeast ? "least" : "most",
                        number(bound),
                        number(measured),
                        (isAtLeast ? measured >= bound : measured <= bound) ? "reached" : "not reached");
    }

    /** With three digits that count. */
    static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }
}
