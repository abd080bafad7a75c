package org.acmconversation.contract;

import static org.acmconversation.contract.ApiClient.ENGAGEMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** Responses while the connection pool is exhausted. */
abstract class OutageContract extends ContractTest {

    private static final long QUICKLY = 500;
    private static final String A_PAGE = "text/html,application/xhtml+xml";
    private static final String A_SESSION = "JSESSIONID=bm9uZQ";

    @Autowired
    DataSource dataSource;

    @LocalManagementPort
    int managementPort;

    @Test
    void respondsWith503UntilAConnectionIsFree() throws SQLException {
        String id = started(Requests.withoutKickoff());
        HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);

        withShortTimeout(pool, () -> {
            List<Connection> taken = new ArrayList<>();
            try {
                while (taken.size() < pool.getMaximumPoolSize()) {
                    taken.add(pool.getConnection());
                }
                assertUnavailable(id);
            } finally {
                for (Connection connection : taken) {
                    connection.close();
                }
            }
        });

        assertThat(read(id).get("status").asText()).isEqualTo("RUNNING");
        freeLocks();
    }

    /** Frees the locks of shared work that the outage interrupted; they would last for a minute. */
    void freeLocks() {
        database.update("update shedlock set lock_until = locked_at");
    }

    /** Makes requests wait only briefly for a connection, instead of half a minute. */
    static void withShortTimeout(HikariDataSource pool, Outage outage) throws SQLException {
        long before = pool.getConnectionTimeout();
        pool.setConnectionTimeout(QUICKLY);
        try {
            outage.run();
        } finally {
            pool.setConnectionTimeout(before);
        }
    }

    /** Runs during the outage. */
    interface Outage {
        void run() throws SQLException;
    }

    void assertUnavailable(String id) {
        assertUnavailable(manager().get(ENGAGEMENTS + "/" + id));
        assertUnavailable(crm().start(Requests.valid()));
        assertUnavailable(crm().importRows(new ImportFile().accepted(1).bytes()));
        assertUnavailable(manager().change(id, "{\"licenses\": 7}"));
        assertUnavailable(manager().withdraw(id, "Not now"));
        assertUnavailable(manager().get("/engine-rest/task"));
        assertUnavailable(ApiClient.anonymous(managementPort).as("operator").get("/actuator/prometheus"));
        assertUnavailable(anonymous().get("/camunda/api/engine/engine/default/task", "Cookie", A_SESSION));
        assertPage(anonymous().get("/camunda/app/tasklist/default/", "Accept", A_PAGE, "Cookie", A_SESSION));
        assertPage(anonymous()
                .send(
                        "POST",
                        "/login",
                        "application/x-www-form-urlencoded",
                        "username=manager&password=manager&_csrf=token".getBytes(),
                        "Accept",
                        A_PAGE,
                        "Cookie",
                        "ACM-XSRF-TOKEN=token"));
    }

    private static void assertUnavailable(Answer answer) {
        answer.assertProblem(503, "service-unavailable");
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.json().get("message").asText()).startsWith("El servicio no puede atenderle");
        assertThat(answer.body()).doesNotContain("JDBC", "Exception", "org.");
    }

    private static void assertPage(Answer answer) {
        answer.assertStatus(503);
        assertThat(answer.header("Retry-After")).isEqualTo("5");
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.body()).contains("El servicio no puede atenderle");
    }
}
