package org.acmconversation.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the variables that a FEEL expression refers to. */
class FeelText {

    private static final Set<String> WORDS = Set.of(
            "if",
            "then",
            "else",
            "for",
            "in",
            "return",
            "some",
            "every",
            "satisfies",
            "and",
            "or",
            "not",
            "true",
            "false",
            "null",
            "between",
            "instance",
            "of",
            "function",
            "item",
            "partial");

    private static final Set<String> BINDING = Set.of("for", "some", "every");

    private FeelText() {}

    static Set<String> variables(String expression) {
        // Functions whose names contain a keyword.
        List<String> tokens = ExpressionTokens.of(
                expression.replace("date and time(", "(").replace("years and months duration(", "("));
        Set<String> bound = new HashSet<>();
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            String before = i == 0 ? "" : tokens.get(i - 1);
            if (!ExpressionTokens.isName(token) || WORDS.contains(token)) {
                continue;
            }
            if (BINDING.contains(before)) {
                bound.add(token);
            } else if (!before.equals(".") && !isFunction(tokens, i) && !isKey(tokens, i)) {
                names.add(token);
            }
        }
        names.removeAll(bound);
        return names;
    }

    /** Function names may have several words: {@code list contains(…)}. */
    private static boolean isFunction(List<String> tokens, int at) {
        int next = at + 1;
        while (next < tokens.size() && ExpressionTokens.isName(tokens.get(next)) && !WORDS.contains(tokens.get(next))) {
            next++;
        }
        return next < tokens.size() && tokens.get(next).equals("(");
    }

    private static boolean isKey(List<String> tokens, int at) {
        return at + 1 < tokens.size() && tokens.get(at + 1).equals(":");
    }

    /** The same for a form's text with placeholders such as {@code {{customerName}}}. */
    static Set<String> variablesInTemplate(String template) {
        Set<String> names = new LinkedHashSet<>();
        for (String part : ExpressionTokens.between(template, "{{", "}}")) {
            String expression = part.strip();
            if (!expression.startsWith("/")) {
                names.addAll(variables(expression.replaceFirst("^#(if|loop)\\b", "")));
            }
        }
        names.removeAll(List.of("this", "parent", "_this_", "_parent_"));
        return names;
    }

    /** Whether a text of a form shows the value of something, and not only parts of itself under a condition. */
    static boolean insertsValue(String template) {
        return ExpressionTokens.between(template, "{{", "}}").stream()
                .map(String::strip)
                .anyMatch(part -> !part.startsWith("#") && !part.startsWith("/"));
    }

    /** Returns the string literals. */
    static List<String> texts(String expression) {
        List<String> texts = new ArrayList<>();
        for (String token : ExpressionTokens.of(expression)) {
            if (token.length() > 1 && token.startsWith("\"") && token.endsWith("\"")) {
                texts.add(token.substring(1, token.length() - 1));
            }
        }
        return texts;
    }
}
