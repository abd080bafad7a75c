package org.acmconversation.outbound;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.acmconversation.database.DatabaseIdentity;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Recognizes a PostgreSQL database that was set back in time, by the identity that it stores.
 *
 * <p>A dump that is restored elsewhere has a different server or database id. Nobody can tell whether that copy is for
 * inspection or replaces the original, so a node starts on it only with {@code acm.quiet} set. After a recovery to a
 * point in time, or when a standby took over, the server's timeline is different. That loses the last transactions at
 * most, and is accepted as a restore without confirmation.
 */
@Component
@DependsOnDatabaseInitialization
public class RestoredDatabase {

    private static final Logger log = LoggerFactory.getLogger(RestoredDatabase.class);

    private final JdbcTemplate database;
    private final JdbcClient jdbc;
    private final boolean isQuiet;

    /** The identity at start; empty if the database has none. */
    private final Optional<DatabaseIdentity> started;

    /** The identity at the last check, so that each take-over is logged once. */
    private Optional<DatabaseIdentity> last;

    RestoredDatabase(
            JdbcTemplate database,
            PlatformTransactionManager transactions,
            QuietProperties properties,
            List<RestoreListener> afterRestore) {
        this.database = database;
        this.jdbc = JdbcClient.create(database);
        this.isQuiet = Boolean.TRUE.equals(properties.quiet());
        // In one transaction, so that it is also one connection: those of a pool may lead to different servers.
        this.started = Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> {
            Optional<DatabaseIdentity> found = identity();
            found.ifPresent(identity -> check(identity, properties.quiet(), afterRestore));
            return found;
        }));
        this.last = started;
    }

    private Optional<DatabaseIdentity> identity() {
        return Objects.requireNonNull(
                database.execute((ConnectionCallback<Optional<DatabaseIdentity>>) DatabaseIdentity::of));
    }

    /**
     * Checks that the service is still connected to the database on which it started. A new timeline is only logged: a
     * node takes it over when it starts. A quiet node may look at any database.
     *
     * @throws RestoredDatabaseException if it is another one
     */
    public synchronized void requireSame() {
        Optional<DatabaseIdentity> found = identity();
        if (isQuiet || found.equals(last) || found.isEmpty() || started.isEmpty()) {
            return;
        }
        if (!found.get().database().equals(started.get().database())) {
            throw RestoredDatabaseException.whileRunning();
        }
        last = found;
        if (!found.equals(started)) {
            log.warn("The database was recovered or a standby took over: restart one node, so that the webhook's"
                    + " numbers continue above those that the receiver may have seen; see docs/backup.md");
        }
    }

    private void check(DatabaseIdentity found, @Nullable Boolean quiet, List<RestoreListener> afterRestore) {
        DatabaseIdentity known = known();
        if (found.equals(known)) {
            return;
        }
        boolean isCopy = known != null && !known.database().equals(found.database());
        if (isCopy && quiet == null) {
            throw RestoredDatabaseException.atStart();
        }
        if (Boolean.TRUE.equals(quiet)) {
            if (known != null) {
                log.warn(
                        "This database was restored, and no node has taken it over yet. To take it over, start one with"
                                + " acm.quiet=false");
            }
            return;
        }
        if (known != null) {
            log.warn("This database was restored, and this node takes it over");
            afterRestore.forEach(RestoreListener::restored);
        }
        jdbc.sql("update database_identity set database_id = :database, timeline = :timeline")
                .param("database", found.database())
                .param("timeline", found.timeline())
                .update();
    }

    private @Nullable DatabaseIdentity known() {
        return jdbc.sql(
                        "select database_id as database, timeline from database_identity where database_id is not null for update")
                .query((row, number) -> new DatabaseIdentity(row.getString("database"), row.getLong("timeline")))
                .optional()
                .orElse(null);
    }
}
