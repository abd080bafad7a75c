package org.acmconversation.engine;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.acmconversation.operations.StartLock;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has what every node looks for at its start made by one node: others that start just then wait, and find it. What was
 * made once is not made again, so what an administrator changes or deletes stays as the administrator left it.
 */
@Component
public class FirstStart {

    private final TransactionTemplate transaction;
    private final JdbcTemplate database;
    private final StartLock lock;

    FirstStart(PlatformTransactionManager transactions, JdbcTemplate database, StartLock lock) {
        this.transaction = new TransactionTemplate(transactions);
        this.database = database;
        this.lock = lock;
    }

    /** Does the work in one transaction, when no other node is at any. */
    public void alone(Runnable work) {
        transaction.executeWithoutResult(status -> {
            lock.acquire();
            work.run();
        });
    }

    /**
     * Tells which of these things no start has made yet, and remembers all of them as made. Only within the work that
     * is done {@link #alone}.
     *
     * @param things names of what a start makes, each of which means the same in every version
     */
    public Set<String> notMadeBefore(Collection<String> things) {
        var missing = new LinkedHashSet<>(things);
        database.queryForList("select thing from made_at_start", String.class).forEach(missing::remove);
        database.batchUpdate(
                "insert into made_at_start (thing) values (?)",
                missing.stream().map(thing -> new Object[] {thing}).toList());
        return missing;
    }
}
