package org.acmconversation.operations.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.acmconversation.contract.OnPostgreSql;
import org.acmconversation.outbound.RestoredDatabase;
import org.acmconversation.outbound.RestoredDatabaseException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.support.MetaDataAccessException;

/** Nodes on PostgreSQL, where there can be several. */
@OnPostgreSql
class NodesOnPostgreSqlTest extends NodesContract {

    @Autowired
    DataSource dataSource;

    @Autowired
    Environment environment;

    @Autowired
    DiskSpaceCheck room;

    @Autowired
    RestoredDatabase restored;

    @Autowired
    ObjectProvider<BuildProperties> build;

    @Test
    void nodesWithAnotherFtopDoNotStart() {
        Node other = node(Map.of("acm.ftop.adapter", "http"));
        register.join(other, Set.of("acm.ftop.adapter"), true);

        assertThatExceptionOfType(DifferentSettingsException.class)
                .isThrownBy(() -> heartbeat(new NodeProperties(Duration.ofSeconds(5), Set.of()), restored))
                .withMessageContaining("acm.ftop.adapter is embedded on this node and http on the other");
    }

    @Test
    void isNotReadyWithAReadOnlyDatabase() {
        readOnly("on");
        try {
            ownHeartbeat.beat();

            assertThat(ownHeartbeat.last().problem()).contains("primary").contains("25006");
            assertThat(status("readiness")).isEqualTo(503);
            assertThat(status("liveness")).isEqualTo(200);
        } finally {
            readOnly("off");
        }
        ownHeartbeat.beat();
        assertThat(status("readiness")).isEqualTo(200);
    }

    @Test
    void renewsConnectionsWhileTheDatabaseIsReadOnlyAndAfterwards() {
        var renewals = new AtomicInteger();
        var node = new Node(UUID.randomUUID(), "node:8080", "1", Duration.ofMinutes(1), Map.of());
        try (var heartbeat = new Heartbeat(node, Set.of(), false, register, () -> {}, renewals::incrementAndGet)) {
            heartbeat.beat();
            assertThat(renewals).hasValue(0);
            readOnly("on");
            try {
                heartbeat.beat();
                assertThat(renewals).hasValue(1);
            } finally {
                readOnly("off");
            }
            heartbeat.beat();
            heartbeat.beat();

            assertThat(renewals).hasValue(2);
        }
    }

    @Test
    void renewalReplacesAllConnections() {
        Set<Integer> before = connections();
        assertThat(before).isNotEmpty();

        NodeConfiguration.renewConnections(dataSource);

        await().untilAsserted(() -> assertThat(connections()).doesNotContainAnyElementsOf(before));
    }

    private Set<Integer> connections() {
        return jdbc.sql("select pid from pg_stat_activity where application_name = 'PostgreSQL JDBC Driver'")
                .query(Integer.class)
                .set();
    }

    @Test
    void isNotReadyOnAnotherDatabase() throws MetaDataAccessException {
        var other = mock(RestoredDatabaseException.class);
        when(other.getMessage()).thenReturn("This is not the database that the node started on.");
        RestoredDatabase replaced = mock(RestoredDatabase.class);
        doThrow(other).when(replaced).requireSame();
        try (Heartbeat heartbeat = heartbeat(new NodeProperties(Duration.ofMinutes(1), Set.of()), replaced)) {
            heartbeat.beat();

            assertThat(heartbeat.last().problem()).isEqualTo("This is not the database that the node started on.");
        }
    }

    private Heartbeat heartbeat(NodeProperties properties, RestoredDatabase restored) throws MetaDataAccessException {
        return new NodeConfiguration().heartbeat(properties, register, room, restored, dataSource, environment, build);
    }

    private void readOnly(String value) {
        jdbc.sql("alter system set default_transaction_read_only = " + value).update();
        jdbc.sql("select pg_reload_conf()").query(Boolean.class).single();
        await().until(() -> jdbc.sql("show default_transaction_read_only")
                .query(String.class)
                .single()
                .equals(value));
    }
}
