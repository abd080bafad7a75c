package org.acmconversation.peer;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The tests whose results differ between our engine and a stock one. */
class Differences {

    private Differences() {}

    /** Returns our outcomes that differ, by test. A test that ran on only one engine counts as different. */
    static Map<String, Outcome> between(Map<String, Outcome> stock, Map<String, Outcome> ours) {
        Set<String> tests = new TreeSet<>(stock.keySet());
        tests.addAll(ours.keySet());
        Map<String, Outcome> differences = new TreeMap<>();
        for (String test : tests) {
            Outcome expected = stock.getOrDefault(test, Outcome.SKIPPED);
            Outcome actual = ours.getOrDefault(test, Outcome.SKIPPED);
            if (expected.ending() != actual.ending()) {
                differences.put(test, actual);
            }
        }
        return differences;
    }
}
