package org.acmconversation.engine;

import org.acmconversation.operations.StartLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Locks the row that engines also lock while they start. */
@Component
class EngineStartLock implements StartLock {

    private final JdbcClient jdbc;

    EngineStartLock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void acquire() {
        jdbc.sql("select NAME_ from ACT_GE_PROPERTY where NAME_ = 'startup.lock' for update")
                .query(String.class)
                .list();
    }
}
