package org.acmconversation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that start together on an empty database create users, groups, permissions, filters and models once. */
@Tag("faults")
class FirstStartTest {

    @TempDir
    Path folder;

    @Test
    void twoNodesStartOnTheSameEmptyDatabase() throws IOException {
        try (var database = new DatabaseServer(folder.resolve("data"));
                var one = node("one", database);
                var other = node("other", database)) {
            Stream.of(one, other)
                    .map(node -> CompletableFuture.runAsync(() -> start(node)))
                    .toList()
                    .forEach(CompletableFuture::join);

            var service = new Nodes(List.of(one, other));
            assertThat(count(service, "/engine-rest/user/count")).isEqualTo(8);
            assertThat(count(service, "/engine-rest/group/count")).isEqualTo(8);
            assertThat(count(service, "/engine-rest/filter/count")).isEqualTo(5);
            assertThat(count(service, "/engine-rest/deployment/count")).isEqualTo(1);
        }
    }

    private Node node(String name, DatabaseServer database) {
        return new Node(
                name,
                folder,
                List.of(
                        "--spring.profiles.active=local",
                        "--spring.datasource.url=" + database.jdbcUrl(),
                        "--spring.datasource.username=postgres"));
    }

    private static void start(Node node) {
        try {
            node.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long count(Nodes service, String path) {
        return service.ask("GET", path, "admin", "").body().path("count").asLong();
    }
}
