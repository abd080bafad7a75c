package org.acmconversation.operations;

import java.sql.SQLException;
import org.acmconversation.problem.Causes;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.env.Environment;

/** Says in a sentence why the service cannot connect to its database. */
class DatabaseFailureAnalyzer implements FailureAnalyzer {

    private static final String H2_FILE_IN_USE = "90020";

    private final Environment environment;

    DatabaseFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return Causes.of(failure)
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
        if (state.startsWith("57")) {
            return analysis(cause, "is starting or stopping", "Start the service again when the database is up.");
        }
        return switch (state) {
            case "3D000" ->
                analysis(
                        cause,
                        "is not there, though its server is",
                        "Create it (docs/security.md has the statements), or correct spring.datasource.url and"
                                + " spring.flyway.url.");
            case "42501" ->
                analysis(
                        cause,
                        "does not permit what the user needs",
                        "Grant it as docs/security.md says, or correct spring.datasource.username and"
                                + " spring.flyway.user.");
            case "25006", "90097" ->
                analysis(
                        cause,
                        "is read-only",
                        "Point spring.datasource.url and spring.flyway.url to the primary, or find out why it is"
                                + " read-only.");
            case "53300" ->
                analysis(
                        cause,
                        "has no connection left",
                        "Raise max_connections, or lower spring.datasource.hikari.maximum-pool-size of the nodes.");
            case "53100" ->
                analysis(cause, "has no room left on its disk", "Free up space on the database's computer.");
            case H2_FILE_IN_USE ->
                analysis(
                        cause,
                        "is in use by another process",
                        "Stop the other process, or choose another file with spring.datasource.url.");
            default -> null;
        };
    }

    private FailureAnalysis analysis(SQLException cause, String problem, String action) {
        return new FailureAnalysis(
                "The database %s %s: %s".formatted(database(), problem, firstLine(cause.getMessage())), action, cause);
    }

    /** Names both URLs if Flyway has another one, because the failure does not say which connection failed. */
    private String database() {
        String service = url("spring.datasource.url");
        String owner = url("spring.flyway.url");
        return owner.isEmpty() || owner.equals(service) ? service : "%s or %s".formatted(service, owner);
    }

    /** Without parameters, which may be secret. */
    private String url(String setting) {
        return environment.getProperty(setting, "").replaceAll("[?;].*", "");
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
