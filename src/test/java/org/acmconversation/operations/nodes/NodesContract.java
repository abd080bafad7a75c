package org.acmconversation.operations.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nodes that share a database have the same settings, and are ready while they can write to it. */
abstract class NodesContract {

    private static final String ADAPTER = "test.ftop.adapter";

    @Autowired
    NodeRegister register;

    @Autowired
    Heartbeat ownHeartbeat;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestRestTemplate rest;

    @LocalManagementPort
    int port;

    private final List<Node> nodes = new ArrayList<>();

    @AfterEach
    void unregisterNodes() {
        nodes.forEach(register::leave);
    }

    @Test
    void nodesWithTheSameSettingsStart() {
        Node first = joined(node("embedded"));
        Node second = joined(node("embedded"));

        assertThat(isRegistered(first)).isTrue();
        assertThat(isRegistered(second)).isTrue();
    }

    @Test
    void rejectsANodeWithADifferentSetting() {
        Node first = joined(node("embedded"));
        Node second = node("http");

        assertThatExceptionOfType(DifferentSettingsException.class)
                .isThrownBy(() -> joined(second))
                .withMessageContaining("Node " + first.address())
                .withMessageContaining("test.ftop.adapter is http on this node and embedded on the other")
                .withMessageContaining("Set the same on both")
                .withMessageContaining("acm.nodes.may-differ=test.ftop.adapter");
        assertThat(isRegistered(second)).isFalse();
    }

    @Test
    void permittedSettingsMayDiffer() {
        joined(node("embedded"));
        Node second = node("http");

        register.join(second, Set.of(ADAPTER), false);

        assertThat(isRegistered(second)).isTrue();
    }

    @Test
    void ignoresSettingsUnknownToAnotherVersion() {
        joined(node("embedded"));

        assertThatCode(() -> joined(node(Map.of(ADAPTER, "embedded", "test.of-a-newer-version", "1"))))
                .doesNotThrowAnyException();
    }

    @Test
    void rejectsOneOfTwoConcurrentStartsWithDifferentSettings() {
        long refused = Stream.of("embedded", "http")
                .map(this::node)
                .map(node -> CompletableFuture.supplyAsync(() -> isRefused(node)))
                .toList()
                .stream()
                .filter(CompletableFuture::join)
                .count();

        assertThat(refused).isEqualTo(1);
    }

    @Test
    void registrationsOfDeadNodesExpire() {
        Node dead = joined(node("embedded"));
        wasLastSeenAMinuteAgo(dead);

        joined(node("http"));

        assertThat(isRegistered(dead)).isFalse();
    }

    @Test
    void ignoresKilledNodesOnAnEmbeddedDatabase() {
        joined(node("embedded"));

        assertThatCode(() -> register.join(node("http"), Set.of(), true)).doesNotThrowAnyException();
    }

    @Test
    void stoppedNodesUnregister() {
        Node node = node("embedded");
        Heartbeat heartbeat = heartbeat(node);
        assertThat(isRegistered(node)).isTrue();

        heartbeat.close();

        assertThat(isRegistered(node)).isFalse();
    }

    @Test
    void returningNodesAreNotReadyWhileSettingsDiffer() {
        Node node = node("embedded");
        try (Heartbeat heartbeat = heartbeat(node)) {
            wasLastSeenAMinuteAgo(node);
            Node other = joined(node("http"));

            heartbeat.beat();
            Health health = new HeartbeatHealthIndicator(heartbeat).health();
            assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
            assertThat(health.getDetails().get("problem").toString()).contains("Set the same on both");

            register.leave(other);
            heartbeat.beat();
            assertThat(new HeartbeatHealthIndicator(heartbeat).health().getStatus())
                    .isEqualTo(Status.UP);
            assertThat(isRegistered(node)).isTrue();
        }
    }

    @Test
    void nodesThatCannotWriteAreLiveButNotReady() {
        jdbc.sql("alter table node rename to node_away").update();
        try {
            ownHeartbeat.beat();

            assertThat(status("readiness")).isEqualTo(503);
            assertThat(status("liveness")).isEqualTo(200);
        } finally {
            jdbc.sql("alter table node_away rename to node").update();
        }
        ownHeartbeat.beat();
        assertThat(status("readiness")).isEqualTo(200);
    }

    @Test
    void heartbeatContinuesAfterUnexpectedErrors() {
        Node node = node("embedded");
        var failures = new ArrayList<Error>(List.of(new StackOverflowError()));
        Runnable check = () -> {
            if (!failures.isEmpty()) {
                throw failures.remove(0);
            }
        };
        try (Heartbeat heartbeat = new Heartbeat(node, Set.of(), false, register, check, () -> {})) {
            heartbeat.beat();
            assertThat(heartbeat.last().problem()).contains("StackOverflowError");

            heartbeat.beat();
            assertThat(heartbeat.last().problem()).isNull();
        }
    }

    int status(String group) {
        return rest.getForEntity("http://localhost:" + port + "/actuator/health/" + group, String.class)
                .getStatusCode()
                .value();
    }

    private Heartbeat heartbeat(Node node) {
        return new Heartbeat(node, Set.of(), false, register, () -> {}, () -> {});
    }

    private boolean isRefused(Node node) {
        try {
            joined(node);
            return false;
        } catch (DifferentSettingsException e) {
            return true;
        }
    }

    private Node joined(Node node) {
        register.join(node, Set.of(), false);
        return node;
    }

    private Node node(String adapter) {
        return node(Map.of(ADAPTER, adapter));
    }

    Node node(Map<String, String> settings) {
        var node = new Node(
                UUID.randomUUID(), "node-" + UUID.randomUUID() + ":8080", "1", Duration.ofSeconds(10), settings);
        nodes.add(node);
        return node;
    }

    private void wasLastSeenAMinuteAgo(Node node) {
        jdbc.sql("update node set last_seen = ? where id = ?")
                .params(OffsetDateTime.now().minusMinutes(1), node.id())
                .update();
    }

    private boolean isRegistered(Node node) {
        return jdbc.sql("select count(*) from node where id = ?")
                        .param(node.id())
                        .query(Integer.class)
                        .single()
                == 1;
    }
}
