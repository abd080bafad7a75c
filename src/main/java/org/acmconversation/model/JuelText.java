package org.acmconversation.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A text of a BPMN file that may hold expressions of the engine, such as {@code ${licenses > 20000}}.
 *
 * @param names what the expressions start from: variables, and beans
 * @param calls methods and functions that they call, as they are written, without those of allowed beans
 */
record JuelText(Set<String> names, Set<String> calls) {

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

    /** @param helpers beans whose methods may be called */
    static JuelText of(String text, Set<String> helpers) {
        var found = new JuelText(new LinkedHashSet<>(), new LinkedHashSet<>());
        for (String open : List.of("${", "#{")) {
            for (String expression : Tokens.between(text, open, "}")) {
                found.read(Tokens.of(expression), helpers);
            }
        }
        return found;
    }

    static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    private void read(List<String> tokens, Set<String> helpers) {
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            if (token.equals(".") || token.equals("[")) {
                // A path from a name was read with the name: this one starts from a text, a call or brackets.
                calls.add(token + (i + 1 < tokens.size() ? tokens.get(i + 1) : ""));
                i++;
            } else if (Tokens.isName(token) && !WORDS.contains(token)) {
                int end = endOfPath(tokens, i);
                path(
                        tokens.subList(i, end),
                        end < tokens.size() && tokens.get(end).equals("("),
                        helpers);
                i = end - 1;
            }
        }
    }

    private static int endOfPath(List<String> tokens, int start) {
        int end = start + 1;
        while (end + 1 < tokens.size() && tokens.get(end).equals(".") && Tokens.isName(tokens.get(end + 1))) {
            end += 2;
        }
        return end;
    }

    private void path(List<String> path, boolean isCall, Set<String> helpers) {
        String written = String.join("", path);
        boolean isHelper = helpers.contains(path.get(0));
        if (isCall ? !(isHelper && path.size() == 3) : path.contains("class")) {
            calls.add(written);
        } else if (!isHelper && !written.equals(BUSINESS_KEY)) {
            names.add(path.get(0));
        }
    }
}
