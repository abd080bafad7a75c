package org.acmconversation.outbound;

import java.util.List;
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
 * Recognizes a PostgreSQL database that was set back in time, because it remembers which one it was.
 *
 * <p>A dump that is restored elsewhere has another server or database id. Nobody can tell whether that copy is for
 * looking around or replaces the original, so a node starts on it only with {@code acm.quiet} set. After a recovery to
 * a point in time, or when a standby took over, the server's timeline is another one. That loses the last transactions
 * at most, and is taken for a restore without asking.
 */
@Component
@DependsOnDatabaseInitialization
class RestoredDatabase {

    private static final Logger log = LoggerFactory.getLogger(RestoredDatabase.class);

    private final JdbcClient jdbc;

    RestoredDatabase(
            JdbcTemplate database,
            PlatformTransactionManager transactions,
            QuietProperties properties,
            List<AfterRestore> afterRestore) {
        this.jdbc = JdbcClient.create(database);
        Optional<DatabaseIdentity> current =
                database.execute((ConnectionCallback<Optional<DatabaseIdentity>>) DatabaseIdentity::of);
        if (current != null && current.isPresent()) {
            new TransactionTemplate(transactions)
                    .executeWithoutResult(status -> check(current.get(), properties.quiet(), afterRestore));
        }
    }

    private void check(DatabaseIdentity current, @Nullable Boolean quiet, List<AfterRestore> afterRestore) {
        DatabaseIdentity known = known();
        if (current.equals(known)) {
            return;
        }
        boolean isCopy = known != null && !known.database().equals(current.database());
        if (isCopy && quiet == null) {
            throw new IllegalStateException(
                    "This database was restored from the dump of another one. Set acm.quiet=true"
                            + " to look around without calling FTOP and the webhook's receiver, or acm.quiet=false if it replaces"
                            + " the other one, on which no node may run any more; see docs/backup.md");
        }
        if (Boolean.TRUE.equals(quiet)) {
            if (known != null) {
                log.warn(
                        "This database was restored. It stays one for looking around until a node starts that is not quiet");
            }
            return;
        }
        if (known != null) {
            log.warn("This database was restored, and this node takes it over");
            afterRestore.forEach(AfterRestore::restored);
        }
        jdbc.sql("update database_identity set database_id = :database, timeline = :timeline")
                .param("database", current.database())
                .param("timeline", current.timeline())
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
