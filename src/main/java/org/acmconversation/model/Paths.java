package org.acmconversation.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which steps of a process come before and after which others, stored as bit sets: in a chain of thousands of steps,
 * each has all later ones ahead.
 */
class Paths {

    private final List<String> steps;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<int[]> previous = new ArrayList<>();
    private final List<BitSet> ahead;
    private final List<BitSet> behind;

    Paths(Graph graph) {
        Graph reversed = graph.reversed();
        this.steps = List.copyOf(graph.nodes());
        steps.forEach(step -> numbers.put(step, numbers.size()));
        steps.forEach(step ->
                previous.add(reversed.next(step).stream().mapToInt(this::number).toArray()));
        this.ahead = reached(graph);
        this.behind = reached(reversed);
    }

    private int number(String step) {
        return numbers.getOrDefault(step, -1);
    }

    /**
     * Returns what can be reached from each step: successors first, so that each result is the union of its successors'
     * results.
     */
    private List<BitSet> reached(Graph graph) {
        List<BitSet> reached = new ArrayList<>();
        steps.forEach(step -> reached.add(new BitSet(steps.size())));
        List<List<String>> components = graph.components();
        for (int i = components.size() - 1; i >= 0; i--) {
            List<String> component = components.get(i);
            var bits = new BitSet(steps.size());
            component.stream()
                    .flatMap(step -> graph.next(step).stream())
                    .mapToInt(this::number)
                    .forEach(next -> {
                        bits.set(next);
                        bits.or(reached.get(next));
                    });
            component.forEach(step -> reached.set(number(step), bits));
        }
        return reached;
    }

    String step(int number) {
        return steps.get(number);
    }

    BitSet all() {
        var all = new BitSet(steps.size());
        all.set(0, steps.size());
        return all;
    }

    BitSet bits(Collection<String> some) {
        var bits = new BitSet(steps.size());
        some.stream().map(numbers::get).filter(number -> number != null).forEach(bits::set);
        return bits;
    }

    /** Returns the steps that can be reached from one; includes the step itself only if it is in a loop. */
    BitSet ahead(String step) {
        return numbers.containsKey(step) ? ahead.get(number(step)) : new BitSet();
    }

    /** Returns the steps from which one can be reached; includes the step itself only if it is in a loop. */
    BitSet behind(String step) {
        return numbers.containsKey(step) ? behind.get(number(step)) : new BitSet();
    }

    boolean contains(BitSet some, String step) {
        return Optional.ofNullable(numbers.get(step)).filter(some::get).isPresent();
    }

    /** Returns the steps from which one can be reached, including itself, along paths that avoid the closed steps. */
    BitSet leadingTo(String step, BitSet closed) {
        var leading = new BitSet(steps.size());
        Deque<Integer> open =
                new ArrayDeque<>(Optional.ofNullable(numbers.get(step)).stream().toList());
        while (!open.isEmpty()) {
            int at = open.pop();
            if (!closed.get(at) && !leading.get(at)) {
                leading.set(at);
                for (int before : previous.get(at)) {
                    open.push(before);
                }
            }
        }
        return leading;
    }
}
