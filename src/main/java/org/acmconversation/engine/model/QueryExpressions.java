package org.acmconversation.engine.model;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.jspecify.annotations.Nullable;

/** The allow-list of expressions in queries: those of Tasklist's filters. */
public class QueryExpressions {

    /** No surrounding spaces, which would make it a text with an embedded expression. */
    private static final Pattern ALLOWED =
            Pattern.compile("[$#]\\{\\s*(currentUser|currentUserGroups|now)\\s*\\(\\s*\\)\\s*}");

    private QueryExpressions() {}

    /**
     * Checks a query and its nested or-queries.
     *
     * @throws BadUserRequestException naming the first field with a forbidden expression
     */
    public static void check(AbstractQuery<?, ?> query) {
        Deque<AbstractQuery<?, ?>> open = new ArrayDeque<>();
        // A task query is the first element of its own list.
        Set<AbstractQuery<?, ?>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        open.add(query);
        while (!open.isEmpty()) {
            AbstractQuery<?, ?> next = open.remove();
            if (seen.add(next)) {
                next.getExpressions().forEach(QueryExpressions::check);
                if (next instanceof TaskQueryImpl tasks) {
                    open.addAll(tasks.getQueries());
                }
            }
        }
    }

    /**
     * Checks an expression.
     *
     * @throws BadUserRequestException to which {@link #refusalIn} adds the field
     */
    public static void check(String expression) {
        if (!isAllowed(expression)) {
            throw new RefusedException(expression);
        }
    }

    /** Returns the rejection within an exception, with the field from the engine's own exception. */
    public static Optional<RuntimeException> refusalIn(Throwable failure) {
        for (Throwable outer = failure; outer.getCause() != null; outer = outer.getCause()) {
            if (outer.getCause() instanceof RefusedException refused) {
                return Optional.of(refusal(field(outer.getMessage(), refused.expression)));
            }
        }
        return Optional.empty();
    }

    private static String field(@Nullable String message, String expression) {
        String prefix = "Unable to resolve expression '%s' for method '".formatted(expression);
        return message != null && message.startsWith(prefix)
                ? message.substring(prefix.length(), message.indexOf('\'', prefix.length()))
                : "query";
    }

    private static void check(String field, String expression) {
        if (!isAllowed(expression)) {
            throw refusal(field);
        }
    }

    private static boolean isAllowed(String expression) {
        return expression != null && ALLOWED.matcher(expression).matches();
    }

    private static BadUserRequestException refusal(String field) {
        return new BadUserRequestException(
                "The expression for '%s' is not allowed: queries may use ${currentUser()}, ${currentUserGroups()} and ${now()} only"
                        .formatted(field));
    }

    private static class RefusedException extends BadUserRequestException {

        private final String expression;

        RefusedException(String expression) {
            super("Expression not allowed in a query");
            this.expression = expression;
        }
    }
}
