package org.acmconversation.operations.nodes;

import java.sql.SQLException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks PostgreSQL's disk by making it write half a megabyte to a temporary file. A heartbeat updates a row within its
 * page, which succeeds on a full disk, while other writes need new pages and fail. Nothing is left behind. An embedded
 * database's disk is this computer's, which is monitored anyway.
 */
@Component
class DiskSpaceCheck {

    private static final Logger log = LoggerFactory.getLogger(DiskSpaceCheck.class);

    private static final Set<String> NO_ROOM = Set.of("53100", "58030");
    private static final int SECONDS_AT_MOST = 10;

    private final JdbcTemplate database;
    private final TransactionTemplate transaction;

    DiskSpaceCheck(JdbcTemplate database, PlatformTransactionManager transactions) {
        this.database = database;
        transaction = new TransactionTemplate(transactions);
        transaction.setTimeout(SECONDS_AT_MOST);
    }

    /** @throws DataAccessException if there is no space */
    void require() {
        try {
            transaction.executeWithoutResult(status -> {
                database.execute("set local work_mem = '64kB'");
                database.queryForObject("select count(*) from generate_series(1, 40000)", Long.class);
            });
        } catch (DataAccessException e) {
            // For example a limit for temporary files, which says nothing about the disk.
            if (e.getMostSpecificCause() instanceof SQLException failure && NO_ROOM.contains(failure.getSQLState())) {
                throw e;
            }
            log.debug("Cannot check whether the database's disk is full", e);
        }
    }
}
