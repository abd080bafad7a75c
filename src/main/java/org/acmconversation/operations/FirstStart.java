package org.acmconversation.operations;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets one node create what every node needs at its start; other nodes that start at the same time wait for it. Nothing
 * is created twice, so what an administrator changes or deletes stays that way.
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

    /** Does the work in one transaction, while no other node does such work. */
    public void exclusively(Runnable work) {
        transaction.executeWithoutResult(status -> {
            lock.acquire();
            work.run();
        });
    }

    /**
     * Returns the items that no start has created yet, and records all of them as created. Call it only within
     * {@link #exclusively}.
     *
     * @param things names of items that a start creates, which must stay the same in later versions
     */
    public Set<String> claimUncreated(Collection<String> things) {
        var missing = new LinkedHashSet<>(things);
        database.queryForList("select thing from made_at_start", String.class).forEach(missing::remove);
        database.batchUpdate(
                "insert into made_at_start (thing) values (?)",
                missing.stream().map(thing -> new Object[] {thing}).toList());
        return missing;
    }
}
