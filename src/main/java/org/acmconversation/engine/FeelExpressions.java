package org.acmconversation.engine;

import java.util.Map;
import java.util.Optional;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.impl.JavaValueMapper;

/** Evaluates FEEL within the limits that hold for decisions, to see what a model yields before it is deployed. */
public class FeelExpressions {

    private final FeelEngineApi feel = new FeelEngineApi(new FeelOnce.Remembering(
            new FeelEngine.Builder().customValueMapper(new JavaValueMapper()).build()));

    /** Empty where the expression fails or yields null. */
    public Optional<Object> value(String expression) {
        EvaluationResult result = feel.evaluateExpression(expression, Map.of());
        return result.isSuccess() ? Optional.ofNullable(result.result()) : Optional.empty();
    }

    /** Whether a cell in a column of inputs holds for a value. One that fails does not. */
    public boolean holds(String cell, Object input) {
        EvaluationResult result = feel.evaluateUnaryTests(cell, input, Map.of());
        return result.isSuccess() && Boolean.TRUE.equals(result.result());
    }
}
