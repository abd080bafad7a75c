package org.acmconversation.faults;

import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ShutdownOnPostgreSqlTest extends Shutdown {

    @Test
    void requestsFinishAndJobsFinishOrAreReleased() throws IOException, SQLException {
        try (var database = new DatabaseServer(directory.resolve("database"))) {
            assertGracefulShutdown(database.jdbcUrl(), "postgres");
        }
    }
}
