package org.acmconversation.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names of variables that a text of a BPMN file takes in expressions, such as {@code ${licenses > 20000}}. */
class JuelText {

    /** What the models may ask the engine. */
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
     * What the expressions start from, but for beans and functions.
     *
     * @param helpers beans whose methods may be called
     */
    static Set<String> variables(String text, Set<String> helpers) {
        Set<String> names = new LinkedHashSet<>();
        for (String open : List.of("${", "#{")) {
            for (String expression : Tokens.between(text, open, "}")) {
                addVariables(names, Tokens.of(expression), helpers);
            }
        }
        return names;
    }

    private static void addVariables(Set<String> names, List<String> tokens, Set<String> helpers) {
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            boolean isMember = i > 0 && tokens.get(i - 1).equals(".");
            if (isMember || !Tokens.isName(token) || WORDS.contains(token) || helpers.contains(token)) {
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
