package org.acmconversation.engine;

import java.util.Map;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;

/** Tells whether FEEL can be parsed, which the engine finds out only when it evaluates a decision. */
class FeelSyntax {

    /** Elements whose text is FEEL, and whether it is a test of the column's input there. */
    private static final Map<String, Boolean> FEEL = Map.of(
            "inputEntry", true,
            "inputExpression", false,
            "outputEntry", false,
            "literalExpression", false);

    private static final int LONGEST = 2_000;

    private final FeelEngineApi engine = FeelEngineBuilder.forJava().build();

    /** Whether the text of an element can be parsed, or need not be since it is no FEEL there. */
    boolean isReadable(String element, String text) {
        if (!FEEL.containsKey(element) || text.isBlank()) {
            return true;
        }
        if (text.length() > LONGEST) {
            return false;
        }
        try {
            ParseResult parsed = FEEL.get(element) ? engine.parseUnaryTests(text) : engine.parseExpression(text);
            return parsed.isSuccess();
        } catch (StackOverflowError e) {
            // The parser calls itself for what is nested, and would do so again at each evaluation.
            return false;
        }
    }
}
