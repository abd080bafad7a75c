package org.acmconversation.operations.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.acmconversation.contract.OnPostgreSql;
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

    private void readOnly(String value) {
        jdbc.sql("alter system set default_transaction_read_only = " + value).update();
        jdbc.sql("select pg_reload_conf()").query(Boolean.class).single();
        await().until(() -> jdbc.sql("show default_transaction_read_only")
                .query(String.class)
                .single()
                .equals(value));
    }
}
