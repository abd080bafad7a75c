package org.acmconversation.engine;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ConstBool;
import org.camunda.feel.syntaxtree.ConstContext;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.ParsedExpression;

/** Tells whether FEEL can be parsed, which the engine finds out only when it evaluates a decision or a form. */
public class FeelSyntax {

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
        return parse(text, FEEL.get(element) ? engine::parseUnaryTests : engine::parseExpression)
                .isPresent();
    }

    /** Whether the text is an expression, without the sign that forms put before it. */
    public boolean isExpression(String text) {
        return parse(text, engine::parseExpression).isPresent();
    }

    /** Whether the expression is a text, number, boolean or context by itself, and so never a list. */
    public boolean isSingleValue(String text) {
        return parse(text, engine::parseExpression)
                .map(ParsedExpression::expression)
                .filter(value -> value instanceof ConstString
                        || value instanceof ConstNumber
                        || value instanceof ConstBool
                        || value instanceof ConstContext)
                .isPresent();
    }

    private static Optional<ParsedExpression> parse(String text, Function<String, ParseResult> parser) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            ParseResult parsed = parser.apply(text);
            return parsed.isSuccess() ? Optional.of(parsed.parsedExpression()) : Optional.empty();
        } catch (StackOverflowError e) {
            // The parser calls itself for what is nested, and would do so again at each evaluation.
            return Optional.empty();
        }
    }
}
