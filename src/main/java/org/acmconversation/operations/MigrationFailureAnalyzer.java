package org.acmconversation.operations;

import java.util.Objects;
import java.util.stream.Collectors;
import org.acmconversation.problem.Causes;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says why Flyway refuses to migrate, without a stack trace. */
class MigrationFailureAnalyzer implements FailureAnalyzer {

    private static final String ADVERTISEMENT = "Need more flexibility";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return Causes.of(failure)
                .filter(FlywayException.class::isInstance)
                .findFirst()
                .map(cause -> new FailureAnalysis(
                        "The database cannot be migrated: " + report(cause.getMessage()),
                        "Start the version of the service that the tables belong to, or restore them from a backup."
                                + " Repair the history of migrations only if you know what differs; see docs/database.md.",
                        cause))
                .orElse(null);
    }

    private static String report(@Nullable String message) {
        return Objects.toString(message, "")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith(ADVERTISEMENT))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
