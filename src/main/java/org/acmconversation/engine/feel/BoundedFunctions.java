package org.acmconversation.engine.feel;

import camundajar.impl.scala.collection.Iterable;
import camundajar.impl.scala.collection.immutable.List;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.acmconversation.engine.feel.BoundedFeel.LimitExceededException;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValFunction;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;

/**
 * FEEL's built-in functions with checks of their arguments: patterns with catastrophic backtracking, concatenations of
 * too many texts, numbers with too many decimals. {@link BoundedFeel} cannot limit what happens inside functions.
 */
class BoundedFunctions implements FunctionProvider {

    private static final Set<String> WITH_PATTERNS = Set.of("matches", "replace", "split", "extract");

    /** The largest scale of FEEL's 128-bit decimals. */
    private static final int MAX_SCALE = 6_176;

    private final FunctionProvider functions;

    BoundedFunctions(FunctionProvider functions) {
        this.functions = functions;
    }

    @Override
    public List<ValFunction> getFunctions(String name) {
        return CollectionConverters.asScala(CollectionConverters.asJava(functions.getFunctions(name)).stream()
                        .map(function -> bounded(name, function))
                        .toList())
                .toList();
    }

    @Override
    public Iterable<String> functionNames() {
        return functions.functionNames();
    }

    private static ValFunction bounded(String name, ValFunction function) {
        var parameters = CollectionConverters.asJava(function.params());
        return new ValFunction(
                function.params(),
                arguments -> {
                    check(name, parameters, CollectionConverters.asJava(arguments));
                    return function.invoke().apply(arguments);
                },
                function.hasVarArgs());
    }

    private static void check(String name, java.util.List<String> parameters, java.util.List<Val> arguments) {
        if (WITH_PATTERNS.contains(name)
                && arguments.size() > 1
                && arguments.get(0) instanceof ValString text
                && arguments.get(1) instanceof ValString pattern) {
            int replacement = arguments.size() > 2 && arguments.get(2) instanceof ValString other
                    ? other.value().length()
                    : 0;
            checkMatches(text.value(), pattern.value(), replacement);
        }
        if (name.equals("string join") && !arguments.isEmpty() && arguments.get(0) instanceof ValList texts) {
            int delimiter = arguments.size() > 1 && arguments.get(1) instanceof ValString between
                    ? between.value().length()
                    : 0;
            checkJoined(texts, delimiter);
        }
        int scale = parameters.indexOf("scale");
        if (scale >= 0
                && scale < arguments.size()
                && arguments.get(scale) instanceof ValNumber digits
                && Math.abs(digits.value().doubleValue()) > MAX_SCALE) {
            throw new LimitExceededException();
        }
    }

    /** Finds all matches beforehand, with a limited number of steps. */
    private static void checkMatches(String text, String pattern, int replacement) {
        try {
            Matcher matcher = Pattern.compile(pattern).matcher(new LimitedText(text));
            long length = text.length();
            while (matcher.find()) {
                length += replacement;
                if (length > BoundedFeel.MAX_VALUE) {
                    throw new LimitExceededException();
                }
            }
        } catch (LimitedText.ExhaustedException e) {
            throw new LimitExceededException();
        } catch (PatternSyntaxException e) {
            // The function reports the invalid pattern.
            return;
        }
    }

    private static void checkJoined(ValList texts, int delimiter) {
        long length = 0;
        for (Val one : CollectionConverters.asJava(texts.items())) {
            length += delimiter + (one instanceof ValString text ? text.value().length() : 0);
            if (length > BoundedFeel.MAX_VALUE) {
                throw new LimitExceededException();
            }
        }
    }
}
