package org.acmconversation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ids of the engine's rows. */
class TimeOrderedIdsTest {

    private static final int MANY = 10_000;

    private final TimeOrderedIds ids = new TimeOrderedIds();

    @Test
    void idsAreInTheOrderOfTheirCreation() {
        List<String> made = Stream.generate(ids::getNextId).limit(MANY).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates();
        assertThat(made)
                .allSatisfy(id -> assertThat(UUID.fromString(id).version()).isEqualTo(7));
    }

    @Test
    void idsAreUniqueAcrossThreadsAndNodes() {
        var another = new TimeOrderedIds();
        var made = ConcurrentHashMap.newKeySet();

        IntStream.range(0, MANY).parallel().forEach(i -> {
            made.add(ids.getNextId());
            made.add(another.getNextId());
        });

        assertThat(made).hasSize(2 * MANY);
    }
}
