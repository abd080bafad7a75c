package org.acmconversation.database;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Keeps PostgreSQL from scanning whole tables. It prefers such a scan if it expects to need most of the rows, even if
 * an index would read no more pages, and if a table was still empty when it made its plan (ADR 103).
 */
@Component
public class IndexScans {

    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final boolean isPostgreSql;

    IndexScans(Transactions transactions, JdbcClient jdbc, DataSource database) throws MetaDataAccessException {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.isPostgreSql = DatabaseProduct.of(database) == DatabaseDriver.POSTGRESQL;
    }

    /** Reads from one snapshot, as {@link Transactions#read} does. */
    public <T> T read(Supplier<T> work) {
        return transactions.read(() -> alongIndexes(work));
    }

    /** Reads for up to ten minutes, as {@link Transactions#readAtLength} does. */
    public <T> T readAtLength(Supplier<T> work) {
        return transactions.readAtLength(() -> alongIndexes(work));
    }

    private <T> T alongIndexes(Supplier<T> work) {
        avoidTableScans();
        return work.get();
    }

    /** Until the current transaction ends, tables are scanned only where no index fits. */
    public void avoidTableScans() {
        if (isPostgreSql) {
            jdbc.sql("set local enable_seqscan = off").update();
        }
    }
}
