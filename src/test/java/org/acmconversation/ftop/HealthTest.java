package org.acmconversation.ftop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.acmconversation.ftop.simulator.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.test.context.TestPropertySource;

/** Health groups and details while the database or FTOP is down. */
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:health;DB_CLOSE_DELAY=-1",
            "camunda.bpm.job-execution.enabled=false",
            "acm.nodes.heartbeat=1s",
            "acm.ftop.http.circuit-breaker.window=20",
            "acm.ftop.http.circuit-breaker.minimum-calls=1",
            "acm.ftop.http.circuit-breaker.open-time=1h"
        })
@Import(HealthTest.LosesConnections.class)
class HealthTest extends WithSimulatedFtop {

    private static volatile boolean databaseIsAway;

    @LocalManagementPort
    int port;

    @Autowired
    TestRestTemplate rest;

    @Autowired
    JdbcTemplate database;

    @Autowired
    Ftop ftop;

    @TestConfiguration
    static class LosesConnections {

        @Bean
        static BeanPostProcessor switchable() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource dataSource ? new Switchable(dataSource) : bean;
                }
            };
        }
    }

    private static class Switchable extends DelegatingDataSource {

        Switchable(DataSource dataSource) {
            super(dataSource);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (databaseIsAway) {
                throw new SQLException("The database is down");
            }
            return super.getConnection();
        }
    }

    @AfterEach
    void restoreDatabase() {
        databaseIsAway = false;
        await().until(() -> status("/readiness").equals("UP"));
    }

    @Test
    void everythingIsUp() {
        assertThat(status("")).isEqualTo("UP");
        assertThat(status("/liveness")).isEqualTo("UP");
        assertThat(status("/readiness")).isEqualTo("UP");
    }

    @Test
    void notReadyButLiveWithoutTheDatabase() {
        databaseIsAway = true;

        assertThat(ask("/readiness").getStatusCode().value()).isEqualTo(503);
        assertThat(status("/readiness")).isEqualTo("DOWN");
        assertThat(ask("/liveness").getStatusCode().value()).isEqualTo(200);
        assertThat(status("/liveness")).isEqualTo("UP");
        assertThat(status("")).isEqualTo("DOWN");
    }

    @Test
    void notReadyWithTheTablesOfAnotherVersion() {
        database.update(
                "update \"flyway_schema_history\" set \"success\" = false where \"version\" = (select \"version\""
                        + " from \"flyway_schema_history\" order by \"installed_rank\" desc limit 1)");
        try {
            assertThat(ask("/readiness").getStatusCode().value()).isEqualTo(503);
            assertThat(status("/readiness")).isEqualTo("OUT_OF_SERVICE");
            assertThat(status("/liveness")).isEqualTo("UP");
        } finally {
            database.update("update \"flyway_schema_history\" set \"success\" = true");
        }
        assertThat(status("/readiness")).isEqualTo("UP");
    }

    @Test
    void readyWithoutFtopAndShowsOperatorsTheOpenCircuit() {
        FTOP.faults().next(Fault.FAIL);
        assertThat(callFails()).isTrue();

        assertThat(status("")).isEqualTo("UP");
        assertThat(status("/readiness")).isEqualTo("UP");
        assertThat(status("/liveness")).isEqualTo("UP");
        JsonNode seen = rest.withBasicAuth("operator", "operator").getForObject(path("/ftop"), JsonNode.class);
        assertThat(seen.path("status").asText()).isEqualTo("UP");
        assertThat(seen.at("/details/circuit").asText()).isEqualTo("OPEN");
        assertThat(seen.at("/details/failureRate").asDouble()).isEqualTo(100);
    }

    @Test
    void showsNoDetailsWithoutALogin() {
        assertThat(rest.getForObject(path(""), JsonNode.class).has("components"))
                .isFalse();
    }

    private boolean callFails() {
        try {
            ftop.open(null, 1);
            return false;
        } catch (FtopUnavailableException expected) {
            return true;
        }
    }

    private String status(String what) {
        return ask(what).getBody().path("status").asText();
    }

    private ResponseEntity<JsonNode> ask(String what) {
        return rest.getForEntity(path(what), JsonNode.class);
    }

    private String path(String what) {
        return "http://localhost:" + port + "/actuator/health" + what;
    }
}
