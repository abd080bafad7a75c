package org.acmconversation.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the variables that expressions in a BPMN file refer to, such as {@code ${licenses > 20000}}. */
class JuelText {

    /** The engine's property that models may use. */
    private static final String BUSINESS_KEY = "execution.processBusinessKey";

    private static final Set<String> WORDS = Set.of(
            "and",
            "or",
            "not",
            "eq",
            "ne",
            "lt",
            "gt",
            "le",
            "ge",
            "true",
            "false",
            "null",
            "empty",
            "div",
            "mod",
            "instanceof");

    private JuelText() {}

    static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /**
     * Returns the root names of the expressions, without beans and functions.
     *
     * @param helpers beans whose methods may be called
     */
    static Set<String> variables(String text, Set<String> helpers) {
        Set<String> names = new LinkedHashSet<>();
        for (String open : List.of("${", "#{")) {
            for (String expression : ExpressionTokens.between(text, open, "}")) {
                addVariables(names, ExpressionTokens.of(expression), helpers);
            }
        }
        return names;
    }

    private static void addVariables(Set<String> names, List<String> tokens, Set<String> helpers) {
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            boolean isMember = i > 0 && tokens.get(i - 1).equals(".");
            if (isMember || !ExpressionTokens.isName(token) || WORDS.contains(token) || helpers.contains(token)) {
                continue;
            }
            boolean isFunction = i + 1 < tokens.size() && tokens.get(i + 1).equals("(");
            String path = String.join("", tokens.subList(i, Math.min(i + 3, tokens.size())));
            if (!isFunction && !path.equals(BUSINESS_KEY)) {
                names.add(token);
            }
        }
    }
}
