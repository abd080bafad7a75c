package org.acmconversation.operations;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Shows the sentence of a check of ours that refuses the start, first and without a stack trace. */
class RefusedStart implements FailureAnalyzer {

    private static final String OURS = "org.acmconversation.";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return causes(failure)
                .filter(RefusedStart::isOurs)
                .findFirst()
                .map(cause -> new FailureAnalysis(cause.getMessage(), null, cause))
                .orElse(null);
    }

    private static boolean isOurs(Throwable cause) {
        return (cause instanceof IllegalStateException || cause instanceof IllegalArgumentException)
                && cause.getMessage() != null
                && Optional.of(cause.getStackTrace())
                        .filter(trace -> trace.length > 0)
                        .filter(trace -> trace[0].getClassName().startsWith(OURS))
                        .isPresent();
    }

    static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
