package org.acmconversation.operations.nodes;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.acmconversation.operations.StartLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The register of nodes in the database. Registrations expire by the database's clock. */
@Component
@DependsOnDatabaseInitialization
class NodeRegister {

    private static final Logger log = LoggerFactory.getLogger(NodeRegister.class);

    private static final int SECONDS_AT_MOST = 10;

    private final JdbcClient jdbc;
    private final StartLock startLock;
    private final TransactionTemplate waiting;
    private final TransactionTemplate brief;

    private record Row(Node node, Duration age) {

        boolean isAlive() {
            return age.compareTo(node.life()) < 0;
        }
    }

    NodeRegister(JdbcClient jdbc, StartLock startLock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.startLock = startLock;
        waiting = new TransactionTemplate(transactions);
        brief = new TransactionTemplate(transactions);
        brief.setTimeout(SECONDS_AT_MOST);
    }

    /**
     * Registers a node and deletes expired ones.
     *
     * @param mayDiffer settings that may differ from those of other nodes
     * @param alone whether there can be no other node, so that remaining registrations are stale
     * @throws DifferentSettingsException if a live node has different settings; the node is not registered then
     */
    void join(Node node, Set<String> mayDiffer, boolean alone) {
        waiting.executeWithoutResult(status -> {
            // Of two nodes that start concurrently, the second sees the first.
            startLock.acquire();
            forget(node);
            for (Row row : rows()) {
                if (!row.isAlive()) {
                    forget(row.node());
                } else if (!alone) {
                    compare(node, row.node(), mayDiffer);
                }
            }
            add(node);
        });
    }

    /**
     * Records a heartbeat.
     *
     * @return false if the registration has expired and the node must join again
     */
    boolean beat(Node node) {
        return Boolean.TRUE.equals(brief.execute(status -> {
            boolean counts = jdbc.sql("select last_seen, current_timestamp as now_ from node where id = ?")
                    .param(node.id())
                    .query((row, number) ->
                            age(row.getObject(1, OffsetDateTime.class), row.getObject(2, OffsetDateTime.class)))
                    .optional()
                    .filter(age -> age.compareTo(node.life()) < 0)
                    .isPresent();
            return counts
                    && jdbc.sql("update node set last_seen = current_timestamp where id = ?")
                                    .param(node.id())
                                    .update()
                            == 1;
        }));
    }

    /** Unregisters a node. */
    void leave(Node node) {
        brief.executeWithoutResult(status -> forget(node));
    }

    private static void compare(Node node, Node other, Set<String> mayDiffer) {
        Set<String> refused = new TreeSet<>();
        Set<String> allowed = new TreeSet<>();
        node.differences(other).forEach(name -> (mayDiffer.contains(name) ? allowed : refused).add(name));
        if (!refused.isEmpty()) {
            throw new DifferentSettingsException(node.tell(other, refused));
        }
        if (!allowed.isEmpty()) {
            log.warn("Permitted by acm.nodes.may-differ: {}", node.tell(other, allowed));
        }
    }

    private List<Row> rows() {
        Map<UUID, Map<String, String>> settings = new TreeMap<>();
        jdbc.sql("select node_id, name, content from node_setting").query(row -> {
            settings.computeIfAbsent(row.getObject(1, UUID.class), id -> new TreeMap<>())
                    .put(row.getString(2), row.getString(3));
        });
        return new ArrayList<>(jdbc.sql(
                        "select id, address, version, heartbeat_ms, last_seen, current_timestamp as now_"
                                + " from node order by started_at, id")
                .query((row, number) -> {
                    UUID id = row.getObject(1, UUID.class);
                    var node = new Node(
                            id,
                            row.getString(2),
                            row.getString(3),
                            Duration.ofMillis(row.getLong(4)),
                            settings.getOrDefault(id, Map.of()));
                    return new Row(
                            node, age(row.getObject(5, OffsetDateTime.class), row.getObject(6, OffsetDateTime.class)));
                })
                .list());
    }

    private static Duration age(OffsetDateTime lastSeen, OffsetDateTime now) {
        return Duration.between(lastSeen, now);
    }

    private void add(Node node) {
        jdbc.sql("insert into node (id, address, version, started_at, last_seen, heartbeat_ms)"
                        + " values (?, ?, ?, current_timestamp, current_timestamp, ?)")
                .params(
                        node.id(),
                        node.address(),
                        node.version(),
                        node.heartbeat().toMillis())
                .update();
        node.settings()
                .forEach((name, value) -> jdbc.sql("insert into node_setting (node_id, name, content) values (?, ?, ?)")
                        .params(node.id(), name, value)
                        .update());
    }

    private void forget(Node node) {
        jdbc.sql("delete from node where id = ?").param(node.id()).update();
    }
}
