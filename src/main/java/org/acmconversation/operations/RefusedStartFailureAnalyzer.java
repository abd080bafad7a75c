package org.acmconversation.operations;

import java.util.stream.Stream;
import org.acmconversation.problem.Causes;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** If one of our checks refuses the start, shows its message first and without a stack trace. */
class RefusedStartFailureAnalyzer implements FailureAnalyzer {

    private static final String OURS = "org.acmconversation.";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return Causes.of(failure)
                .filter(RefusedStartFailureAnalyzer::isOurs)
                .findFirst()
                .map(cause -> new FailureAnalysis(cause.getMessage(), null, cause))
                .orElse(null);
    }

    private static boolean isOurs(Throwable cause) {
        return cause.getMessage() != null
                && (cause.getClass().getName().startsWith(OURS) || (isPlain(cause) && isThrownByUs(cause)));
    }

    private static boolean isPlain(Throwable cause) {
        return cause instanceof IllegalStateException || cause instanceof IllegalArgumentException;
    }

    private static boolean isThrownByUs(Throwable cause) {
        return Stream.of(cause.getStackTrace())
                .limit(1)
                .anyMatch(frame -> frame.getClassName().startsWith(OURS));
    }
}
