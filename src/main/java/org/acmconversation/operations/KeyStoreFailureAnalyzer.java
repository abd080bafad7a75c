package org.acmconversation.operations;

import java.io.FileNotFoundException;
import java.nio.file.FileSystemException;
import java.util.Arrays;
import org.acmconversation.problem.Causes;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says in a sentence that a key store, a certificate or a bundle of the service cannot be used. */
class KeyStoreFailureAnalyzer implements FailureAnalyzer {

    private static final String SPRING_SSL = "org.springframework.boot.ssl.";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return Causes.of(failure)
                .filter(KeyStoreFailureAnalyzer::isOfTls)
                // The last one names the file.
                .reduce((outer, inner) -> inner)
                .map(KeyStoreFailureAnalyzer::analysis)
                .orElse(null);
    }

    private static boolean isOfTls(Throwable cause) {
        return cause.getMessage() != null
                && Arrays.stream(cause.getStackTrace())
                        .limit(1)
                        .anyMatch(frame -> frame.getClassName().startsWith(SPRING_SSL));
    }

    private static FailureAnalysis analysis(Throwable cause) {
        Throwable reason = Causes.of(cause).reduce(cause, (outer, inner) -> inner);
        return new FailureAnalysis(
                "TLS cannot be used: %s%s".formatted(cause.getMessage(), reason == cause ? "" : ": " + tell(reason)),
                "Correct server.ssl.* (key-store, key-store-password, key-store-type, certificate, bundle) or"
                        + " spring.ssl.bundle.*, and let the service's user read the files.",
                cause);
    }

    private static String tell(Throwable reason) {
        if (reason instanceof FileNotFoundException || reason instanceof FileSystemException) {
            return "the file is missing or not readable";
        }
        if (reason.getMessage() == null) {
            return "the file is of another kind";
        }
        return reason.getMessage();
    }
}
