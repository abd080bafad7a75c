package org.acmconversation.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.acmconversation.contract.OnPostgreSql;
import org.acmconversation.problem.Outage;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.MetaDataAccessException;

/** Shared work on PostgreSQL. */
@OnPostgreSql
class SharedWorkOnPostgreSqlTest extends SharedWorkContract {

    @Test
    void recoversFromBrokenConnectionsDuringTheFirstLock() throws MetaDataAccessException {
        var database = new BreakingDataSource();
        var fresh = new SharedWork(scheduler, new SharedWorkConfiguration().lockProvider(database, extension));
        database.breaks = true;
        assertThatThrownBy(() -> fresh.once(SHORT, name, times::incrementAndGet))
                .matches(Outage::isCauseOf);
        database.breaks = false;

        fresh.once(SHORT, name, times::incrementAndGet);

        assertThat(times).hasValue(1);
    }

    /** Connections whose server process ends before their first statement, as when PostgreSQL restarts. */
    private class BreakingDataSource extends DelegatingDataSource {

        private boolean breaks;

        BreakingDataSource() {
            super(dataSource);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            if (breaks) {
                JdbcClient.create(dataSource)
                        .sql("select pg_terminate_backend(?, 10000)")
                        .param(connection.unwrap(PGConnection.class).getBackendPID())
                        .query(Boolean.class)
                        .single();
            }
            return connection;
        }
    }
}
