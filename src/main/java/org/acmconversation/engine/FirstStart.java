package org.acmconversation.engine;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Has what every node looks for at its start made by one node: others that start just then wait, and find it. */
@Component
public class FirstStart {

    /** The engine itself keeps its nodes apart by this row while they start. */
    private static final String LOCK = "select NAME_ from ACT_GE_PROPERTY where NAME_ = 'startup.lock' for update";

    private final TransactionTemplate transaction;
    private final JdbcTemplate database;

    FirstStart(PlatformTransactionManager transactions, JdbcTemplate database) {
        this.transaction = new TransactionTemplate(transactions);
        this.database = database;
    }

    /** Does the work in one transaction, when no other node is at any. */
    public void alone(Runnable work) {
        transaction.executeWithoutResult(status -> {
            database.queryForList(LOCK);
            work.run();
        });
    }
}
