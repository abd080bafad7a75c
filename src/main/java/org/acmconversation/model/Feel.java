package org.acmconversation.model;

import java.util.List;
import java.util.Optional;
import org.acmconversation.engine.FeelExpressions;

/** The parts of a decision table, evaluated beforehand. */
class Feel {

    private final FeelExpressions expressions = new FeelExpressions();

    /** Empty where the cell fails or yields null. */
    Optional<Object> output(String cell) {
        return expressions.value(cell);
    }

    boolean holds(String cell, Object input) {
        return cell.isEmpty() || cell.equals("-") || expressions.holds(cell, input);
    }

    /** The predefined values of a column; empty where there are none. */
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
