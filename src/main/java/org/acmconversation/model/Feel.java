package org.acmconversation.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;

/** Evaluates parts of a decision table as the engine would, to see beforehand what they yield. */
class Feel {

    private final FeelEngineApi engine = FeelEngineBuilder.forJava().build();

    /** Empty where the expression fails or yields null. */
    Optional<Object> value(String expression, Map<String, Object> variables) {
        EvaluationResult result = engine.evaluateExpression(expression, variables);
        return result.isSuccess() ? Optional.ofNullable(result.result()) : Optional.empty();
    }

    /** Whether a cell of an input column holds for a value. One that fails does not. */
    boolean holds(String cell, Object input) {
        if (cell.isEmpty() || cell.equals("-")) {
            return true;
        }
        EvaluationResult result = engine.evaluateUnaryTests(cell, input, Map.of());
        return result.isSuccess() && Boolean.TRUE.equals(result.result());
    }

    /** The predefined values of a column; empty where there are none. */
    List<Object> values(ModelElement column, String tag) {
        String text = column.child(tag).map(ModelElement::text).orElse("");
        return value("[" + text + "]", Map.of())
                .filter(List.class::isInstance)
                .map(values -> List.copyOf((List<?>) values))
                .map(values -> (List<Object>) (List<?>) values)
                .orElse(List.of());
    }
}
