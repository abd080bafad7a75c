package org.acmconversation.operations;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in a sentence that the key store of the service cannot be used. */
class UnreadableKeyStore implements FailureAnalyzer {

    private static final String SPRING = "Could not load store from";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return RefusedStart.causes(failure)
                .filter(cause -> message(cause).startsWith(SPRING))
                .findFirst()
                .map(UnreadableKeyStore::analysis)
                .orElse(null);
    }

    private static FailureAnalysis analysis(Throwable cause) {
        Throwable reason = cause.getCause() == null ? cause : cause.getCause();
        return new FailureAnalysis(
                "The key store%s cannot be used: %s"
                        .formatted(message(cause).substring(SPRING.length()), message(reason)),
                "Correct server.ssl.key-store, .key-store-password and .key-store-type (or the same for trust-store),"
                        + " and let the service's user read the file.",
                cause);
    }

    private static String message(Throwable cause) {
        return Objects.toString(cause.getMessage(), "");
    }
}
