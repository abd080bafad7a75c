package org.acmconversation.contract;

import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Responses while the database is stopped. */
abstract class DatabaseDownContract extends OutageContract {

    @Autowired
    PostgreSqlServer server;

    @Test
    void respondsWith503UntilTheDatabaseIsBack() throws SQLException {
        String id = started(Requests.withoutKickoff());
        HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);

        withShortTimeout(pool, () -> {
            server.stop();
            try {
                assertUnavailable(id);
            } finally {
                server.start();
            }
        });

        // Broken connections are detected one by one.
        await().atMost(Duration.ofSeconds(30))
                .until(() -> crm().get(ENGAGEMENTS + "/" + id).status() == 200);
        assertThat(read(id).get("status").asText()).isEqualTo("RUNNING");
        pool.getHikariPoolMXBean().softEvictConnections();
        freeLocks();
    }
}
