package org.acmconversation.decisionprobe;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Computes which rows of a decision table match together. Values that match the same rows are interchangeable, and so
 * are combinations; so all combinations are covered without trying each of them.
 */
public class RuleMatrix {

    /** Limits memory for extreme tables; no table that people can read comes close. */
    private static final int MAX_SETS = 20_000;

    private final int rows;
    private final List<List<Value>> inputs = new ArrayList<>();

    /** @param rows number of rows in the table */
    public RuleMatrix(int rows) {
        this.rows = rows;
    }

    /**
     * A value of an input.
     *
     * @param applying rows whose condition it satisfies
     */
    public record Value(@Nullable Object value, BitSet applying) {}

    /** Adds an input with its possible values. */
    public void add(List<Value> values) {
        inputs.add(values);
    }

    /**
     * Returns all sets of rows that match together.
     *
     * @return for each set the values that lead to it, one for each input
     */
    public Map<BitSet, List<@Nullable Object>> outcomes() {
        var all = new BitSet(rows);
        all.set(0, rows);
        Map<BitSet, List<@Nullable Object>> outcomes = new LinkedHashMap<>();
        outcomes.put(all, List.of());
        for (List<Value> values : inputs) {
            outcomes = combined(outcomes, values);
        }
        return outcomes;
    }

    private static Map<BitSet, List<@Nullable Object>> combined(
            Map<BitSet, List<@Nullable Object>> before, List<Value> values) {
        Map<BitSet, List<@Nullable Object>> after = new LinkedHashMap<>();
        before.forEach((rows, example) -> {
            for (Value value : values) {
                var together = (BitSet) rows.clone();
                together.and(value.applying());
                if (after.size() < MAX_SETS && !after.containsKey(together)) {
                    List<@Nullable Object> longer = new ArrayList<>(example);
                    longer.add(value.value());
                    after.put(together, longer);
                }
            }
        });
        return after;
    }
}
