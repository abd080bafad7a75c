package org.acmconversation.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

/** PostgreSQL's errors at start become a sentence that says what to do. */
class DatabaseFailureAnalyzerTest {

    private final MockEnvironment environment =
            new MockEnvironment().withProperty("spring.datasource.url", "jdbc:postgresql://db/acm?sslpassword=hidden");

    @ParameterizedTest
    @CsvSource({
        "25006, is read-only, to the primary",
        "42501, does not permit what the user needs, docs/security.md",
        "53300, has no connection left, max_connections",
        "57P03, is starting or stopping, when the database is up",
        "3D000, 'is not there, though its server is', Create it",
    })
    void explainsTheProblemAndItsSolution(String state, String problem, String action) {
        FailureAnalysis analysis = analyze(state);

        assertThat(analysis.getDescription())
                .isEqualTo("The database jdbc:postgresql://db/acm %s: the server's reason".formatted(problem));
        assertThat(analysis.getAction()).contains(action);
    }

    @Test
    void namesFlywaysDatabaseIfItDiffers() {
        environment.setProperty("spring.flyway.url", "jdbc:postgresql://db/acn");

        assertThat(analyze("3D000").getDescription()).contains("jdbc:postgresql://db/acm or jdbc:postgresql://db/acn");
    }

    @Test
    void ignoresErrorsOfOurOwnStatements() {
        assertThat(new DatabaseFailureAnalyzer(environment).analyze(failure("42601")))
                .isNull();
    }

    private FailureAnalysis analyze(String state) {
        FailureAnalysis analysis = new DatabaseFailureAnalyzer(environment).analyze(failure(state));
        assertThat(analysis).isNotNull();
        return analysis;
    }

    private static Exception failure(String state) {
        return new IllegalStateException("No bean", new SQLException("the server's reason", state));
    }
}
