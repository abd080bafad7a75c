package org.acmconversation.operations.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.acmconversation.contract.OnPostgreSql;
import org.acmconversation.outbound.RestoredDatabase;
import org.acmconversation.outbound.RestoredDatabaseException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.env.Environment;

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
                .isThrownBy(() -> new NodeConfiguration()
                        .heartbeat(
                                new NodeProperties(Duration.ofSeconds(5), Set.of()),
                                register,
                                room,
                                restored,
                                dataSource,
                                environment,
                                build))
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
    void replacesAllConnectionsOfAReadOnlyDatabase() {
        Set<Integer> before = connections();
        assertThat(before).isNotEmpty();
        readOnly("on");
        try {
            ownHeartbeat.beat();
        } finally {
            readOnly("off");
        }
        await().untilAsserted(() -> assertThat(connections()).doesNotContainAnyElementsOf(before));
        Set<Integer> meanwhile = connections();

        ownHeartbeat.beat();

        await().untilAsserted(() -> assertThat(connections()).doesNotContainAnyElementsOf(meanwhile));
    }

    private Set<Integer> connections() {
        return jdbc.sql("select pid from pg_stat_activity where application_name = 'PostgreSQL JDBC Driver'")
                .query(Integer.class)
                .set();
    }

    @Test
    void isNotReadyOnACopyOfAnotherDatabase() {
        var copy = mock(RestoredDatabaseException.class);
        when(copy.getMessage()).thenReturn("This database was restored from the dump of another one.");
        Node node = node(Map.of());
        try (var heartbeat = new Heartbeat(
                node,
                Set.of(),
                false,
                register,
                () -> {
                    throw copy;
                },
                () -> {})) {
            heartbeat.beat();

            assertThat(heartbeat.last().problem())
                    .isEqualTo("This database was restored from the dump of another one.");
        }
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
