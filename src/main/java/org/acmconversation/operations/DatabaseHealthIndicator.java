package org.acmconversation.operations;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checks that the database answers soon. Spring Boot's own indicator waits as long as the connection pool does. */
@Component("dbHealthIndicator")
class DatabaseHealthIndicator extends AbstractHealthIndicator {

    private final JdbcClient jdbc;
    private final ProbedDatabase database;

    DatabaseHealthIndicator(JdbcClient jdbc, ProbedDatabase database) {
        super("The database does not answer");
        this.jdbc = jdbc;
        this.database = database;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        database.ask(() -> jdbc.sql("select 1").query(Integer.class).single());
        health.up();
    }
}
