package org.acmconversation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Walks through graphs: a loop of b and c, and d after it. */
class GraphTest {

    private final Map<String, List<String>> next =
            new LinkedHashMap<>(Map.of("a", List.of("b"), "b", List.of("c"), "c", List.of("b", "d"), "d", List.of()));
    private final Graph graph = new Graph(next);

    @Test
    void reachesWhatFollows() {
        assertThat(graph.from(List.of("b"))).containsExactlyInAnyOrder("b", "c", "d");
        assertThat(graph.reversed().from(List.of("b"))).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(graph.only(node -> !node.equals("c")).from(List.of("a"))).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void groupsNodesThatReachEachOther() {
        assertThat(graph.components())
                .extracting(Set::copyOf)
                .containsExactly(Set.of("a"), Set.of("b", "c"), Set.of("d"));
        assertThat(graph.components())
                .filteredOn(graph::isLoop)
                .singleElement()
                .satisfies(loop -> assertThat(loop).containsExactlyInAnyOrder("b", "c"));
        assertThat(new Graph(Map.of("a", List.of("a"))).components())
                .singleElement()
                .matches(new Graph(Map.of("a", List.of("a")))::isLoop);
    }

    @Test
    void pathsKnowWhatIsAheadAndBehind() {
        var paths = new Paths(graph);

        assertThat(named(paths, "a")).containsExactlyInAnyOrder("b", "c", "d");
        assertThat(named(paths, "b")).containsExactlyInAnyOrder("b", "c", "d");
        assertThat(named(paths, "d")).isEmpty();
        assertThat(paths.contains(paths.behind("d"), "a")).isTrue();
        assertThat(paths.contains(paths.behind("a"), "d")).isFalse();
        assertThat(paths.ahead("gone").isEmpty()).isTrue();
        assertThat(paths.leadingTo("d", paths.bits(List.of("b"))).cardinality()).isEqualTo(2);
    }

    private static List<String> named(Paths paths, String step) {
        List<String> names = new ArrayList<>();
        paths.ahead(step).stream().mapToObj(paths::step).forEach(names::add);
        return names;
    }

    @Test
    void walksChainsOfAnyLength() {
        Map<String, List<String>> chain = new LinkedHashMap<>();
        IntStream.range(0, 100_000)
                .forEach(i -> chain.put(String.valueOf(i), i == 99_999 ? List.of() : List.of(String.valueOf(i + 1))));

        assertThat(new Graph(chain).components()).hasSize(100_000).first().isEqualTo(List.of("0"));
    }
}
