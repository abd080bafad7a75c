package org.acmconversation.release.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.acmconversation.problem.StrictJson;
import org.jspecify.annotations.Nullable;

/**
 * An order to publish a draft, as the page sends it. If it is refused, the page shows it again.
 *
 * @param process of each place without a counterpart, as {@code from} and {@code to}
 * @param to empty for a place that is not mapped
 * @param despite empty if failed scenarios matter
 * @param sha256 of the draft that the person has seen; null for the active release
 */
record PublicationForm(
        @Nullable String migrate,
        @Nullable List<String> process,
        @Nullable List<String> from,
        @Nullable List<String> to,
        @Nullable String despite,
        @Nullable String sha256) {

    /** Returns what was chosen, as texts, since sessions outlive a version: {@code migrate} and each mapping. */
    List<String> chosen() {
        return Stream.concat(
                        Stream.ofNullable(migrate),
                        mapped().mapToObj(i -> String.join(" ", at(process, i), at(from, i), at(to, i))))
                .toList();
    }

    private IntStream mapped() {
        return IntStream.range(0, to == null ? 0 : to.size())
                .filter(i -> !at(to, i).isBlank());
    }

    private static String at(@Nullable List<String> values, int i) {
        return values == null || i >= values.size() ? "" : values.get(i);
    }

    /** Applies the rules of the API. */
    Publication checked(StrictJson json) {
        ObjectNode order = JsonNodeFactory.instance.objectNode().put("migrate", migrate);
        ArrayNode mappings = order.putArray("mappings");
        mapped().forEach(i -> mappings.addObject()
                .put("process", at(process, i))
                .put("from", at(from, i))
                .put("to", at(to, i).strip()));
        if (despite != null && !despite.isBlank()) {
            order.put("despite", despite);
        }
        return json.bind(order, Publication.class);
    }
}
