package org.acmconversation.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A directed graph. Each traversal visits a node once, so it takes linear time. */
class Graph {

    private final Map<String, List<String>> next;

    /** @param next the nodes, each with those that follow it */
    Graph(Map<String, List<String>> next) {
        this.next = next;
    }

    Set<String> nodes() {
        return next.keySet();
    }

    List<String> next(String node) {
        return next.getOrDefault(node, List.of());
    }

    Graph reversed() {
        Map<String, List<String>> previous = new LinkedHashMap<>();
        next.keySet().forEach(node -> previous.put(node, new ArrayList<>()));
        next.forEach((node, following) -> following.forEach(
                to -> previous.computeIfAbsent(to, other -> new ArrayList<>()).add(node)));
        return new Graph(previous);
    }

    /** Returns the graph with only some of its nodes. */
    Graph only(Predicate<String> kept) {
        Map<String, List<String>> fewer = new LinkedHashMap<>();
        next.keySet().stream().filter(kept).forEach(node -> fewer.put(node, List.of()));
        fewer.replaceAll(
                (node, none) -> next(node).stream().filter(fewer::containsKey).toList());
        return new Graph(fewer);
    }

    /** Returns the nodes that can be reached from some of them, these included. */
    Set<String> from(Collection<String> some) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(some);
        while (!open.isEmpty()) {
            String node = open.pop();
            if (next.containsKey(node) && reached.add(node)) {
                open.addAll(next(node));
            }
        }
        return reached;
    }

    /** Whether a node among those of a component can be reached from itself. */
    boolean isLoop(List<String> component) {
        return component.size() > 1 || next(component.get(0)).contains(component.get(0));
    }

    /** Returns the groups of nodes that reach each other, each before those that follow it (Kosaraju and Sharir). */
    List<List<String>> components() {
        Graph reversed = reversed();
        List<List<String>> components = new ArrayList<>();
        Set<String> placed = new HashSet<>();
        List<String> lastFirst = inOrderOfEnd(nodes(), new HashSet<>());
        Collections.reverse(lastFirst);
        for (String node : lastFirst) {
            if (!placed.contains(node)) {
                components.add(reversed.inOrderOfEnd(List.of(node), placed));
            }
        }
        return components;
    }

    /** Returns the nodes in depth-first postorder. */
    private List<String> inOrderOfEnd(Collection<String> starts, Set<String> visited) {
        List<String> left = new ArrayList<>();
        Map<String, Iterator<String>> ways = new HashMap<>();
        Deque<String> path = new ArrayDeque<>();
        for (String start : starts) {
            path.push(start);
            while (!path.isEmpty()) {
                String node = path.peek();
                if (visited.add(node)) {
                    ways.put(node, next(node).iterator());
                }
                Iterator<String> way = ways.getOrDefault(node, Collections.emptyIterator());
                if (way.hasNext()) {
                    String to = way.next();
                    if (!visited.contains(to)) {
                        path.push(to);
                    }
                } else {
                    path.pop();
                    if (ways.remove(node) != null) {
                        left.add(node);
                    }
                }
            }
        }
        return left;
    }
}
