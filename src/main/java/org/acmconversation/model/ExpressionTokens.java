package org.acmconversation.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits expressions into tokens, for rules that inspect names and calls. Not a regular expression, because skipping
 * strings would overflow the stack on long input.
 */
class ExpressionTokens {

    private ExpressionTokens() {}

    /**
     * Returns strings with their quotes, names, numbers, and everything else as single characters, without white space.
     */
    static List<String> of(String expression) {
        List<String> tokens = new ArrayList<>();
        int at = 0;
        while (at < expression.length()) {
            int end = endOfToken(expression, at);
            if (!Character.isWhitespace(expression.charAt(at))) {
                tokens.add(expression.substring(at, end));
            }
            at = end;
        }
        return tokens;
    }

    private static int endOfToken(String expression, int start) {
        char first = expression.charAt(start);
        if (first == '"' || first == '\'') {
            return endOfText(expression, start);
        }
        int end = start + 1;
        if (Character.isJavaIdentifierStart(first)) {
            while (end < expression.length() && Character.isJavaIdentifierPart(expression.charAt(end))) {
                end++;
            }
        } else if (Character.isDigit(first)) {
            while (end < expression.length() && isPartOfNumber(expression, end)) {
                end++;
            }
        }
        return end;
    }

    /** A dot belongs to a number only if a digit follows, because of ranges such as {@code [1..5]}. */
    private static boolean isPartOfNumber(String expression, int at) {
        return Character.isDigit(expression.charAt(at))
                || expression.charAt(at) == '.'
                        && at + 1 < expression.length()
                        && Character.isDigit(expression.charAt(at + 1));
    }

    private static int endOfText(String expression, int start) {
        int at = start + 1;
        while (at < expression.length() && expression.charAt(at) != expression.charAt(start)) {
            at += expression.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, expression.length());
    }

    static boolean isName(String token) {
        return Character.isJavaIdentifierStart(token.charAt(0));
    }

    /**
     * Returns the expressions between delimiters in a text.
     *
     * @return the content; an unclosed expression extends to the end
     */
    static List<String> between(String text, String open, String close) {
        List<String> found = new ArrayList<>();
        for (int start = text.indexOf(open); start >= 0; start = text.indexOf(open, start)) {
            start += open.length();
            int end = start;
            while (end < text.length() && !text.startsWith(close, end)) {
                char next = text.charAt(end);
                end = next == '"' || next == '\'' ? endOfText(text, end) : end + 1;
            }
            found.add(text.substring(start, end));
            start = end;
        }
        return found;
    }
}
