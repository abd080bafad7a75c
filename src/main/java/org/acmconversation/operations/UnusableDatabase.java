package org.acmconversation.operations;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.env.Environment;

/** Says in a sentence why the service cannot connect to its database. */
class UnusableDatabase implements FailureAnalyzer {

    private static final String H2_FILE_IN_USE = "90020";

    private final Environment environment;

    UnusableDatabase(Environment environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return RefusedStart.causes(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .map(this::analysis)
                .filter(analysis -> analysis != null)
                .findFirst()
                .orElse(null);
    }

    private @Nullable FailureAnalysis analysis(SQLException cause) {
        String state = cause.getSQLState();
        if (state == null) {
            return null;
        }
        if (state.startsWith("08")) {
            return analysis(
                    cause,
                    "does not answer",
                    "Start it, or correct spring.datasource.url and spring.flyway.url. Check the network in between.");
        }
        if (state.startsWith("28")) {
            return analysis(
                    cause,
                    "refuses the user or the password",
                    "Correct spring.datasource.username and .password, and spring.flyway.user and .password.");
        }
        if (state.equals("3D000")) {
            return analysis(
                    cause,
                    "is not there, though its server is",
                    "Create it (docs/security.md has the statements), or correct spring.datasource.url.");
        }
        if (state.equals(H2_FILE_IN_USE)) {
            return analysis(
                    cause,
                    "is in use by another process",
                    "Stop the other process, or choose another file with spring.datasource.url.");
        }
        return null;
    }

    private FailureAnalysis analysis(SQLException cause, String problem, String action) {
        return new FailureAnalysis(
                "The database %s %s: %s".formatted(database(), problem, firstLine(cause.getMessage())), action, cause);
    }

    /** Without parameters, which may be secret. */
    private String database() {
        return environment.getProperty("spring.datasource.url", "").replaceAll("[?;].*", "");
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
