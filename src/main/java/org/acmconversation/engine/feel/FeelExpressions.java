package org.acmconversation.engine.feel;

import java.util.Map;
import java.util.Optional;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.impl.JavaValueMapper;
import org.jspecify.annotations.Nullable;

/** Evaluates FEEL with the same limits as for decisions, to check models before they are deployed. */
public class FeelExpressions {

    @SuppressWarnings("deprecation") // Camunda's engine uses the same classes.
    private final FeelEngineApi feel = new FeelEngineApi(new FeelCache.Remembering(
            new FeelEngine.Builder().customValueMapper(new JavaValueMapper()).build()));

    /** Returns the value; empty if the evaluation fails or the value is null. */
    public Optional<Object> value(String expression) {
        EvaluationResult result = feel.evaluateExpression(expression, Map.of());
        return result.isSuccess() ? Optional.ofNullable(result.result()) : Optional.empty();
    }

    /** Whether an input cell matches a value; false if the evaluation fails. */
    public boolean holds(String cell, @Nullable Object input) {
        EvaluationResult result = feel.evaluateUnaryTests(cell, input, Map.of());
        return result.isSuccess() && Boolean.TRUE.equals(result.result());
    }
}
