package org.acmconversation.model;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** For each variable, the steps from which an instance may read it before setting it. */
class VariablesNeededByStep {

    private final Paths paths;
    private final List<String> joins;
    private final Map<String, Map<String, ModelElement>> needed = new HashMap<>();

    /** @param place step that the element belongs to; empty if it can be reached at any time */
    record Read(String name, Optional<String> place, ModelElement element) {}

    /**
     * Computes the needed variables.
     *
     * @param joins gateways where parallel paths meet
     * @param reads in document order
     * @param setters steps that set a variable, by its name
     */
    VariablesNeededByStep(Paths paths, List<String> joins, List<Read> reads, Map<String, Set<String>> setters) {
        this.paths = paths;
        this.joins = joins;
        Map<String, Map<Optional<String>, ModelElement>> byName = new LinkedHashMap<>();
        // Only the first read at each step can be the first one after another step.
        reads.forEach(read -> byName.computeIfAbsent(read.name(), name -> new LinkedHashMap<>())
                .putIfAbsent(read.place(), read.element()));
        byName.forEach((name, elements) -> find(name, elements, setters.getOrDefault(name, Set.of())));
    }

    /** Returns the variables needed from a step, each with the first element that reads it. */
    Map<String, ModelElement> from(String step) {
        return needed.getOrDefault(step, Map.of());
    }

    private void find(String name, Map<Optional<String>, ModelElement> reads, Set<String> setters) {
        BitSet setting = paths.bits(setters);
        Map<String, BitSet> beside = besideSetters(setters);
        BitSet open = paths.all();
        reads.forEach((place, element) -> {
            BitSet closed = (BitSet) setting.clone();
            if (beside.isEmpty()) {
                // Steps that lead to an earlier read already need the variable.
                closed.or(answered(open));
            }
            BitSet found = place.map(step -> without(paths.leadingTo(step, closed), step, beside))
                    .orElseGet(() -> neverSetFrom(setters));
            found.and(open);
            open.andNot(found);
            found.stream()
                    .forEach(step -> needed.computeIfAbsent(paths.step(step), id -> new HashMap<>())
                            .put(name, element.subject()));
        });
    }

    private BitSet answered(BitSet open) {
        BitSet answered = paths.all();
        answered.andNot(open);
        return answered;
    }

    private BitSet neverSetFrom(Collection<String> setters) {
        BitSet never = paths.all();
        setters.forEach(setter -> never.andNot(paths.behind(setter)));
        never.andNot(paths.bits(setters));
        return never;
    }

    /** Returns the steps on branches parallel to a setter, by the gateway that joins them. */
    private Map<String, BitSet> besideSetters(Collection<String> setters) {
        Map<String, BitSet> beside = new HashMap<>();
        for (String join : joins) {
            for (String setter : setters) {
                if (paths.contains(paths.behind(join), setter)) {
                    BitSet steps = (BitSet) paths.behind(join).clone();
                    steps.andNot(paths.ahead(setter));
                    steps.andNot(paths.behind(setter));
                    beside.computeIfAbsent(join, id -> new BitSet()).or(steps);
                }
            }
        }
        return beside;
    }

    /** Removes steps on parallel branches that join the setter's branch before the read. */
    private BitSet without(BitSet steps, String read, Map<String, BitSet> beside) {
        beside.forEach((join, parallel) -> {
            if (join.equals(read) || paths.contains(paths.ahead(join), read)) {
                steps.andNot(parallel);
            }
        });
        return steps;
    }
}
