package org.acmconversation.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Costs that do not depend on the load of the machine.
 *
 * @param statements sent to the database, including commits
 * @param transactions committed transactions
 * @param rowsWritten inserted, updated and deleted, without the nodes' permanent heartbeats and locks
 * @param walBytes of the write-ahead log
 * @param rowsScanned read by sequential scans of growing tables, which excludes tables of models and job definitions
 * @param applicationCpu of the contender's process
 * @param databaseCpu of all processes of PostgreSQL
 */
record Counters(
        long statements,
        long transactions,
        long rowsWritten,
        long walBytes,
        long rowsScanned,
        Duration applicationCpu,
        Duration databaseCpu) {

    private static final String QUERY = """
            select
              (select coalesce(sum(calls), 0) from pg_stat_statements s join pg_database d on d.oid = s.dbid
               where d.datname = current_database() and s.query not like '%pg_stat%'),
              (select xact_commit from pg_stat_database where datname = current_database()),
              (select sum(n_tup_ins + n_tup_upd + n_tup_del) from pg_stat_user_tables where relname not in ('node', 'shedlock')),
              (select pg_current_wal_insert_lsn() - '0/0'::pg_lsn),
              (select coalesce(sum(seq_tup_read), 0) from pg_stat_user_tables where n_live_tup >= 500)""";

    /** Returns the current counters. */
    static Counters now(Connection database, Duration applicationCpu, DatabaseServer server)
            throws SQLException, IOException {
        try (ResultSet row = database.createStatement().executeQuery(QUERY)) {
            row.next();
            return new Counters(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getLong(5),
                    applicationCpu,
                    server.cpu());
        }
    }

    Counters since(Counters start) {
        return new Counters(
                statements - start.statements,
                transactions - start.transactions,
                rowsWritten - start.rowsWritten,
                walBytes - start.walBytes,
                rowsScanned - start.rowsScanned,
                applicationCpu.minus(start.applicationCpu),
                databaseCpu.minus(start.databaseCpu));
    }
}
