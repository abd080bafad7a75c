package org.acmconversation.engine.feel;

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

/** Checks FEEL syntax, which the engine checks only when it evaluates a decision or a form. */
public class FeelSyntax {

    /** Elements that contain FEEL, and whether it is a unary test. */
    private static final Map<String, Boolean> FEEL = Map.of(
            "inputEntry", true,
            "inputExpression", false,
            "outputEntry", false,
            "literalExpression", false);

    private static final int MAX_LENGTH = 2_000;

    private final FeelEngineApi engine = FeelEngineBuilder.forJava().build();

    /** Whether an element's text is valid FEEL, or not FEEL at all. */
    public boolean isReadable(String element, String text) {
        if (!FEEL.containsKey(element) || text.isBlank()) {
            return true;
        }
        return parse(text, FEEL.get(element) ? engine::parseUnaryTests : engine::parseExpression)
                .isPresent();
    }

    /** Whether the text is a valid expression, without the leading equals sign of forms. */
    public boolean isExpression(String text) {
        return parse(text, engine::parseExpression).isPresent();
    }

    /** Whether the expression is a literal string, number, boolean or context, and so never a list. */
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
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        try {
            ParseResult parsed = parser.apply(text);
            return parsed.isSuccess() ? Optional.of(parsed.parsedExpression()) : Optional.empty();
        } catch (StackOverflowError e) {
            // Too deeply nested for the recursive parser.
            return Optional.empty();
        }
    }
}
