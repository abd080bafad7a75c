package org.acmconversation.problem;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.acmconversation.text.SpanishTexts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;

/**
 * A temporary failure that is caused neither by the request nor by the code: an unreachable database, an exhausted
 * connection pool, a lock that was not released in time. The response is 503 everywhere.
 */
public final class Outage {

    /** How long callers should wait before trying again. */
    public static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    /** The same as the value of the header {@code Retry-After}. */
    public static final String RETRY_AFTER_SECONDS = Long.toString(RETRY_AFTER.toSeconds());

    private static final Logger log = LoggerFactory.getLogger(Outage.class);

    private static final String TYPE = Problems.nameOf(HttpStatus.SERVICE_UNAVAILABLE);

    private static final String DETAIL = "The database is overloaded or unreachable. Retry later.";

    /** SQL state classes: connection exception, transaction rollback, insufficient resources, shutdown. */
    private static final Set<String> CLASSES = Set.of("08", "40", "53", "57");

    /** Lock not available; read-only server, such as a standby that is being promoted. */
    private static final Set<String> STATES = Set.of("55P03", "25006");

    private Outage() {}

    /** Whether an outage caused the failure. */
    public static boolean isCauseOf(Throwable failure) {
        return Causes.of(failure).anyMatch(Outage::isOutage);
    }

    private static boolean isOutage(Throwable failure) {
        return failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof CannotCreateTransactionException
                || failure instanceof TransactionSystemException
                || failure instanceof TransactionTimedOutException
                || failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || failure instanceof SQLNonTransientConnectionException
                || failure instanceof SQLException database && isOutage(database.getSQLState());
    }

    private static boolean isOutage(String sqlState) {
        return sqlState != null
                && sqlState.length() == 5
                && (CLASSES.contains(sqlState.substring(0, 2)) || STATES.contains(sqlState));
    }

    /**
     * Logs the failure in one line without a stack trace, since during an outage every request fails.
     *
     * @param during the request
     */
    public static void log(Throwable failure, String during) {
        log.warn("Responded to {} with 503: {}", during, reason(failure));
    }

    /** Returns the innermost reason in one line. */
    public static String reason(Throwable failure) {
        return Causes.of(failure)
                .filter(Outage::isOutage)
                .reduce((outer, inner) -> inner)
                .orElse(failure)
                .toString();
    }

    /** Returns the problem document. */
    public static ProblemDetail problem() {
        ProblemDetail problem = Problems.of(HttpStatus.SERVICE_UNAVAILABLE, TYPE, DETAIL);
        problem.setProperty("message", message());
        return problem;
    }

    /** Returns the members of the problem document. */
    public static Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", Problems.type(TYPE));
        members.put("title", HttpStatus.SERVICE_UNAVAILABLE.getReasonPhrase());
        members.put("status", HttpStatus.SERVICE_UNAVAILABLE.value());
        members.put("detail", DETAIL);
        members.put("message", message());
        return members;
    }

    /** The member that the web applications display to users. */
    private static String message() {
        return SpanishTexts.of("problems").text("problem.outage");
    }
}
