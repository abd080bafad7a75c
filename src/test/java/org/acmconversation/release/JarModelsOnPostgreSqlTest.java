package org.acmconversation.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.acmconversation.contract.OnPostgreSql;
import org.junit.jupiter.api.Test;

@OnPostgreSql
class JarModelsOnPostgreSqlTest extends JarModelsContract {

    /** Only PostgreSQL has several nodes. */
    @Test
    void oneOfSeveralStartingNodesPublishes() {
        Stream.of(1, 2, 3, 4)
                .map(node -> CompletableFuture.runAsync(() -> jarModels.publish(set("A"), JAR_1)))
                .toList()
                .forEach(CompletableFuture::join);

        assertThat(releases.all()).hasSize(1);
    }
}
