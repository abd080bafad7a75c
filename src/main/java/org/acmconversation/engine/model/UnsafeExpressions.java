package org.acmconversation.engine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Builder.Feature;
import org.camunda.bpm.impl.juel.Scanner;
import org.camunda.bpm.impl.juel.Scanner.ScanException;
import org.camunda.bpm.impl.juel.Scanner.Symbol;
import org.camunda.bpm.impl.juel.Scanner.Token;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * Checks statically whether an expression accesses more than {@link SafeExpressions} permits. Less precise, since the
 * values of variables are unknown; anything it misses fails during evaluation.
 */
class UnsafeExpressions {

    private static final Pattern BEAN_ONLY = Pattern.compile("[$#]\\{\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*}");

    private static final Builder GRAMMAR = new Builder(Feature.METHOD_INVOCATIONS);

    /** Maximum length in tokens, because the parser is recursive; nobody reads longer expressions. */
    private static final int MAX_LENGTH = 300;

    private static final Set<String> ENGINE_OBJECTS = Set.of("execution", "task");

    /** Properties that lead from any object to its class. */
    private static final Set<String> NEVER = Set.of("class", "getClass", "declaringClass");

    private final AllowedBeans beans;

    UnsafeExpressions(AllowedBeans beans) {
        this.beans = beans;
    }

    Set<String> delegates() {
        return beans.delegates();
    }

    Set<String> callable() {
        return beans.callable();
    }

    /** Whether the expression is just the name of a delegate or listener. */
    boolean isDelegate(String expression) {
        Matcher bean = BEAN_ONLY.matcher(expression.strip());
        return bean.matches() && beans.delegates().contains(bean.group(1));
    }

    /**
     * Returns the unsafe parts of the expressions in a text.
     *
     * @return the unsafe parts; empty if there are none; the whole text if it cannot be parsed
     */
    Optional<String> unsafePart(String text) {
        if (!text.contains("${") && !text.contains("#{")) {
            return Optional.empty();
        }
        try {
            List<Token> tokens = tokens(text);
            if (tokens.size() > MAX_LENGTH) {
                return Optional.of(text);
            }
            GRAMMAR.build(text);
            for (int i = 0; i < tokens.size(); i++) {
                if (!isSafe(tokens, i)) {
                    return Optional.of(tokens.get(i).getImage());
                }
            }
            return Optional.empty();
        } catch (ScanException | TreeBuilderException e) {
            return Optional.of(text);
        }
    }

    private boolean isSafe(List<Token> tokens, int i) {
        return switch (symbol(tokens, i)) {
            // Methods must be called by literal name, not by a computed one.
            case LPAREN -> !Set.of(Symbol.RBRACK, Symbol.RPAREN, Symbol.STRING).contains(symbol(tokens, i - 1));
            case LBRACK -> symbol(tokens, i - 1) != Symbol.IDENTIFIER || !isObject(tokens, i - 1);
            // A property name may be computed, for example from a string.
            case STRING -> !NEVER.contains(tokens.get(i).getImage()) || !isInBrackets(tokens, i);
            case IDENTIFIER -> symbol(tokens, i - 1) == Symbol.DOT ? isSafeMember(tokens, i) : isSafeRoot(tokens, i);
            default -> true;
        };
    }

    private boolean isSafeRoot(List<Token> tokens, int i) {
        String name = tokens.get(i).getImage();
        if (symbol(tokens, i + 1) == Symbol.LPAREN) {
            boolean hasPrefix = symbol(tokens, i - 1) == Symbol.COLON && symbol(tokens, i - 2) == Symbol.IDENTIFIER;
            return SafeExpressions.FUNCTIONS.contains(name) && !hasPrefix;
        }
        if (beans.delegates().contains(name)) {
            return false;
        }
        return beans.callable().contains(name) ? symbol(tokens, i + 1) == Symbol.DOT : !beans.isForbidden(name);
    }

    private boolean isSafeMember(List<Token> tokens, int i) {
        String member = tokens.get(i).getImage();
        boolean called = symbol(tokens, i + 1) == Symbol.LPAREN;
        if (NEVER.contains(member)) {
            return false;
        }
        if (symbol(tokens, i - 2) == Symbol.IDENTIFIER && isObject(tokens, i - 2)) {
            String root = tokens.get(i - 2).getImage();
            if (beans.callable().contains(root)) {
                return called && beans.canCall(root, member);
            }
            return ReadableValues.of(root).contains(called ? member : ReadableValues.getter(member));
        }
        return !called || ReadableValues.methods().contains(member);
    }

    private boolean isObject(List<Token> tokens, int i) {
        String name = tokens.get(i).getImage();
        return symbol(tokens, i - 1) != Symbol.DOT && (ENGINE_OBJECTS.contains(name) || beans.contains(name));
    }

    private static boolean isInBrackets(List<Token> tokens, int i) {
        List<Token> before = tokens.subList(0, i);
        return before.stream()
                        .filter(token -> token.getSymbol() == Symbol.LBRACK)
                        .count()
                > before.stream()
                        .filter(token -> token.getSymbol() == Symbol.RBRACK)
                        .count();
    }

    private static Symbol symbol(List<Token> tokens, int i) {
        return i < 0 || i >= tokens.size() ? Symbol.EOF : tokens.get(i).getSymbol();
    }

    /** Stops as soon as there are too many. */
    private static List<Token> tokens(String text) throws ScanException {
        List<Token> tokens = new ArrayList<>();
        var scanner = new Scanner(text) {};
        for (Token token = scanner.next();
                token.getSymbol() != Symbol.EOF && tokens.size() <= MAX_LENGTH;
                token = scanner.next()) {
            tokens.add(token);
        }
        return tokens;
    }
}
