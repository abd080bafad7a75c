package org.acmconversation.model;

import java.util.List;
import java.util.Optional;
import org.acmconversation.engine.feel.FeelExpressions;
import org.jspecify.annotations.Nullable;

/** Evaluates cells of a decision table statically. */
class Feel {

    private final FeelExpressions expressions = new FeelExpressions();

    /** Returns the cell's value; empty if evaluation fails or the value is null. */
    Optional<Object> output(String cell) {
        return expressions.value(cell);
    }

    boolean holds(String cell, @Nullable Object input) {
        return cell.isEmpty() || cell.equals("-") || expressions.holds(cell, input);
    }

    /** Returns the predefined values of a column; empty if there are none. */
    List<Object> predefined(ModelElement column) {
        String text =
                column.child(column.tag() + "Values").map(ModelElement::text).orElse("");
        return expressions.value("[" + text + "]").stream()
                .filter(List.class::isInstance)
                .flatMap(values -> ((List<?>) values).stream())
                .map(Object.class::cast)
                .toList();
    }
}
