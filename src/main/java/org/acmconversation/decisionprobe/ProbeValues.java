package org.acmconversation.decisionprobe;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Representative values of an input column: each predefined value or, if there are none, each literal of its cells,
 * each bound and its neighbors, and one that no cell names; null if a cell names it; for lists the empty list, each
 * element, each pair and all elements. Between two neighboring values the result of every cell is constant.
 */
public class ProbeValues {

    /** A text that no cell names. */
    public static final String OTHER = "…";

    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern NUMBER = Pattern.compile("(?<!\\w)(?<!\\d\\.)-?\\d+(?:\\.\\d+)?(?!\\w)");
    private static final Pattern BOOLEAN = Pattern.compile("\\b(?:true|false)\\b");
    private static final Pattern NULL = Pattern.compile("\\bnull\\b");
    private static final BigDecimal NEAR = new BigDecimal("0.001");

    private static final Set<String> NUMERIC = Set.of("integer", "long", "double", "number");
    private static final Set<String> TYPES = Set.of("", "string", "boolean", "integer", "long", "double", "number");

    /** Lists with more elements than this are not tested with pairs. */
    private static final int MAX_PAIRED = 60;

    private final String type;
    private final Collection<?> predefined;
    private final List<String> cells;
    private final Set<@Nullable Object> values = new LinkedHashSet<>();

    private ProbeValues(String type, Collection<?> predefined, List<String> cells) {
        this.type = type;
        this.predefined = predefined;
        this.cells = cells;
    }

    /** Whether columns of this type can be probed; those of dates and times cannot. */
    public static boolean supports(String type) {
        return TYPES.contains(type);
    }

    /**
     * Returns the values.
     *
     * @param type type of the column; empty if it has none
     * @param predefined values that the column may have; empty if it may have any
     * @param cells the conditions of all rows
     */
    public static Set<@Nullable Object> of(String type, Collection<?> predefined, List<String> cells) {
        var values = new ProbeValues(type, predefined, cells);
        values.collect();
        return values.values;
    }

    /** Returns the texts that cells name. */
    static List<String> texts(String cell) {
        return TEXT.matcher(cell)
                .results()
                .map((MatchResult text) -> text.group(1).replaceAll("\\\\(.)", "$1"))
                .toList();
    }

    private void collect() {
        if (cells.stream().anyMatch(cell -> cell.contains("(?,"))) {
            lists();
        } else if (!predefined.isEmpty()) {
            values.addAll(predefined);
        } else if (type.equals("boolean")) {
            values.addAll(List.of(true, false));
        } else {
            cells.forEach(cell -> values.addAll(texts(cell)));
            if (!type.equals("string")) {
                numbers();
                if (cells.stream()
                        .anyMatch(cell -> BOOLEAN.matcher(withoutTexts(cell)).find())) {
                    values.addAll(List.of(true, false));
                }
            }
            if (NUMERIC.contains(type) && values.isEmpty()) {
                number(BigDecimal.ZERO);
            } else if (values.stream().allMatch(String.class::isInstance)) {
                values.add(OTHER);
            }
        }
        if (cells.stream().anyMatch(cell -> NULL.matcher(withoutTexts(cell)).find())) {
            values.add(null);
        }
    }

    private static String withoutTexts(String cell) {
        return TEXT.matcher(cell).replaceAll("\"\"");
    }

    private void numbers() {
        SortedSet<BigDecimal> bounds = new TreeSet<>();
        cells.forEach(cell -> NUMBER.matcher(withoutTexts(cell))
                .results()
                .forEach((MatchResult number) -> bounds.add(new BigDecimal(number.group()))));
        for (BigDecimal bound : bounds) {
            number(bound.subtract(BigDecimal.ONE));
            number(bound);
            number(bound.add(BigDecimal.ONE));
        }
        if (!isWhole()) {
            BigDecimal before = null;
            for (BigDecimal bound : bounds) {
                number(bound.subtract(NEAR));
                number(bound.add(NEAR));
                if (before != null) {
                    number(before.add(bound).divide(BigDecimal.valueOf(2)));
                }
                before = bound;
            }
        }
    }

    private boolean isWhole() {
        return type.equals("integer") || type.equals("long");
    }

    private void number(BigDecimal number) {
        if (!isWhole()) {
            values.add(number.doubleValue());
        } else if (number.stripTrailingZeros().scale() <= 0) {
            values.add(number.longValue());
        }
    }

    private void lists() {
        List<String> elements = new ArrayList<>();
        predefined.forEach(value -> elements.add(String.valueOf(value)));
        if (elements.isEmpty()) {
            cells.stream().flatMap(cell -> texts(cell).stream()).distinct().forEach(elements::add);
            elements.add(OTHER);
        }
        values.add(List.of());
        elements.forEach(element -> values.add(List.of(element)));
        if (elements.size() <= MAX_PAIRED) {
            for (int i = 0; i < elements.size(); i++) {
                for (int j = i + 1; j < elements.size(); j++) {
                    values.add(List.of(elements.get(i), elements.get(j)));
                }
            }
        }
        values.add(elements);
    }
}
