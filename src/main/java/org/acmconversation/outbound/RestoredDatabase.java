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
public class RestoredDatabase {

    private static final Logger log = LoggerFactory.getLogger(RestoredDatabase.class);

    private final JdbcTemplate database;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final QuietProperties properties;
    private final List<AfterRestore> afterRestore;
    private volatile @Nullable DatabaseIdentity current;

    RestoredDatabase(
            JdbcTemplate database,
            PlatformTransactionManager transactions,
            QuietProperties properties,
            List<AfterRestore> afterRestore) {
        this.database = database;
        this.jdbc = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(transactions);
        this.properties = properties;
        this.afterRestore = afterRestore;
        check();
    }

    /**
     * Checks the database that the service is connected to, which may be another one after a fail-over.
     *
     * @throws RestoredDatabaseException if it is a copy and {@code acm.quiet} is not set
     */
    public void check() {
        Optional<DatabaseIdentity> found =
                database.execute((ConnectionCallback<Optional<DatabaseIdentity>>) DatabaseIdentity::of);
        if (found != null && found.isPresent() && !found.get().equals(current)) {
            transaction.executeWithoutResult(status -> check(found.get(), properties.quiet()));
            current = found.get();
        }
    }

    private void check(DatabaseIdentity found, @Nullable Boolean quiet) {
        DatabaseIdentity known = known();
        if (found.equals(known)) {
            return;
        }
        boolean isCopy = known != null && !known.database().equals(found.database());
        if (isCopy && quiet == null) {
            throw new RestoredDatabaseException();
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
