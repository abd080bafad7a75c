package org.acmconversation.model;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.acmconversation.engine.feel.LimitedText;

/**
 * Translates a form's JavaScript regular expression to an equivalent Java one. Patterns without an equivalent are not
 * allowed in forms.
 */
public final class FormPattern {

    /** Equivalent of JavaScript's {@code \s}. */
    private static final String WHITE_SPACE = "\\s\\p{Z}\\uFEFF";

    private static final String NO_LINE_END = "[^\\n\\r\\u2028\\u2029]";

    private static final Pattern CODE_UNIT = Pattern.compile("u\\p{XDigit}{4}|x\\p{XDigit}{2}");
    private static final Pattern REPETITION = Pattern.compile("\\{\\d{1,4}(,(\\d{1,4})?)?}");
    private static final Pattern GROUP = Pattern.compile("\\((\\?(:|=|!|<=|<!))?(?!\\?)");

    /** Classes that are the same in both languages. */
    private static final Set<Character> CLASSES = Set.of('d', 'D', 'w', 'W');

    private static final Set<Character> CONTROLS = Set.of('t', 'n', 'r', 'f');

    private final String source;
    private final Pattern java;

    private FormPattern(String source, Pattern java) {
        this.source = source;
        this.java = java;
    }

    /** Returns the pattern; empty if Java or JavaScript cannot parse it, or if they would interpret it differently. */
    public static Optional<FormPattern> of(String javaScript) {
        try {
            return Optional.of(new FormPattern(javaScript, Pattern.compile(new Translation(javaScript).translate())));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    /** Returns the original pattern. */
    public String source() {
        return source;
    }

    /**
     * Whether the pattern matches anywhere in the text, like {@code RegExp.test}. Returns false if matching takes too
     * many steps, so that no pattern can block a thread.
     */
    public boolean isFoundIn(String text) {
        try {
            return java.matcher(new LimitedText(text)).find();
        } catch (LimitedText.ExhaustedException | StackOverflowError e) {
            return false;
        }
    }

    private static class Translation {

        private final String source;
        private final StringBuilder java = new StringBuilder();
        private int at;

        Translation(String source) {
            this.source = source;
        }

        String translate() {
            while (at < source.length()) {
                char next = source.charAt(at);
                switch (next) {
                    case '\\' -> escape(false);
                    case '[' -> characterClass();
                    case '(' -> copy(GROUP);
                    case '{' -> {
                        copy(REPETITION);
                        endRepetition();
                    }
                    case '*', '+', '?' -> {
                        copy(1);
                        endRepetition();
                    }
                    case '.' -> replace(NO_LINE_END);
                    case '$' -> replace("\\z");
                    case ']', '}' -> throw unreadable();
                    default -> copy(1);
                }
            }
            return java.toString();
        }

        /** A following plus would be a possessive quantifier in Java; JavaScript rejects it. */
        private void endRepetition() {
            if (at < source.length() && source.charAt(at) == '?') {
                copy(1);
            }
            if (at < source.length() && "*+?{".indexOf(source.charAt(at)) >= 0) {
                throw unreadable();
            }
        }

        private void characterClass() {
            copy(1);
            if (at < source.length() && source.charAt(at) == '^') {
                copy(1);
            }
            int start = at;
            while (at < source.length() && source.charAt(at) != ']') {
                switch (source.charAt(at)) {
                    case '\\' -> escape(true);
                    // In Java this would start a nested class, an intersection or a negation.
                    case '[', '&', '^' -> {
                        java.append('\\');
                        copy(1);
                    }
                    default -> copy(1);
                }
            }
            if (at == start || at == source.length()) {
                throw unreadable();
            }
            copy(1);
        }

        private void escape(boolean inClass) {
            if (at + 1 == source.length()) {
                throw unreadable();
            }
            char escaped = source.charAt(at + 1);
            if (escaped == 's') {
                replace(inClass ? WHITE_SPACE : "[" + WHITE_SPACE + "]", 2);
            } else if (escaped == 'S') {
                replace("[^" + WHITE_SPACE + "]", 2);
            } else if (escaped == 'u' || escaped == 'x') {
                copy(1);
                copy(CODE_UNIT);
            } else if (CLASSES.contains(escaped)
                    || CONTROLS.contains(escaped)
                    || escaped < 128 && !Character.isLetterOrDigit(escaped)) {
                copy(2);
            } else {
                throw unreadable();
            }
        }

        private void copy(Pattern expected) {
            var matcher = expected.matcher(source).region(at, source.length());
            if (!matcher.lookingAt()) {
                throw unreadable();
            }
            copy(matcher.end() - at);
        }

        private void copy(int length) {
            java.append(source, at, at + length);
            at += length;
        }

        private void replace(String translation) {
            replace(translation, 1);
        }

        private void replace(String translation, int length) {
            java.append(translation);
            at += length;
        }

        private PatternSyntaxException unreadable() {
            return new PatternSyntaxException("Java and JavaScript interpret it differently", source, at);
        }
    }
}
