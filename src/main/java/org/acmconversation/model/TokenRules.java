package org.acmconversation.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Parallel paths join: no gateway waits for a token that never arrives, and no path is executed twice concurrently.
 * Explores all paths of a scope, regardless of conditions.
 */
class TokenRules implements ModelRule {

    /** Exploration stops at this many states; the current models have a few dozen. */
    private static final int MOST_STATES = 20_000;

    @Override
    public void check(ModelFiles models, KnownNames known, Report report) {
        models.inProcesses("process", "subProcess")
                .filter(scope -> scope.children("inclusiveGateway", "complexGateway")
                        .findAny()
                        .isEmpty())
                .forEach(scope -> new Game(scope, report).play());
    }

    private static class Game {

        private final List<ModelElement> nodes;
        private final List<ModelElement> flows;
        private final Report report;
        private final Set<String> said = new HashSet<>();

        Game(ModelElement scope, Report report) {
            nodes = scope.children().stream().filter(ModelElement::isFlowNode).toList();
            flows = scope.children("sequenceFlow").toList();
            this.report = report;
        }

        /** Explores the states; a state is the number of tokens on each flow. */
        void play() {
            Set<Map<String, Integer>> known = new HashSet<>();
            Deque<Map<String, Integer>> open = new ArrayDeque<>();
            nodes.stream()
                    .filter(node -> node.is("startEvent"))
                    .forEach(start -> open.add(with(Map.of(), start.outgoing())));
            while (!open.isEmpty() && known.size() < MOST_STATES) {
                Map<String, Integer> state = open.pop();
                if (state.values().stream().anyMatch(tokens -> tokens > 1)) {
                    sayTwice(state);
                } else if (known.add(state)) {
                    List<Map<String, Integer>> next = next(state);
                    if (next.isEmpty() && !state.isEmpty()) {
                        sayStuck(state);
                    }
                    open.addAll(next);
                }
            }
        }

        private List<Map<String, Integer>> next(Map<String, Integer> state) {
            List<Map<String, Integer>> next = new ArrayList<>();
            for (ModelElement node : nodes) {
                List<ModelElement> incoming = incoming(node);
                List<ModelElement> taken = incoming.stream()
                        .filter(flow -> state.containsKey(flow.id()))
                        .toList();
                if (node.is("parallelGateway")) {
                    if (!taken.isEmpty() && taken.size() == incoming.size()) {
                        next.add(with(without(state, taken), node.outgoing()));
                    }
                } else {
                    taken.forEach(flow -> addOutcomes(node, without(state, List.of(flow)), next));
                }
            }
            return next;
        }

        private void addOutcomes(ModelElement node, Map<String, Integer> rest, List<Map<String, Integer>> next) {
            if (node.is("exclusiveGateway", "eventBasedGateway")) {
                node.outgoing().forEach(flow -> next.add(with(rest, List.of(flow))));
                return;
            }
            next.add(with(rest, node.outgoing()));
            node.siblings("boundaryEvent")
                    .filter(event -> event.attribute("attachedToRef").equals(node.id()))
                    .filter(event -> !event.attribute("cancelActivity").equals("false"))
                    .forEach(event -> next.add(with(rest, event.outgoing())));
        }

        private List<ModelElement> incoming(ModelElement node) {
            return flows.stream()
                    .filter(flow -> flow.attribute("targetRef").equals(node.id()))
                    .toList();
        }

        private static Map<String, Integer> with(Map<String, Integer> state, List<ModelElement> flows) {
            Map<String, Integer> more = new TreeMap<>(state);
            flows.forEach(flow -> more.merge(flow.id(), 1, Integer::sum));
            return more;
        }

        private static Map<String, Integer> without(Map<String, Integer> state, List<ModelElement> flows) {
            Map<String, Integer> fewer = new TreeMap<>(state);
            flows.forEach(flow -> fewer.computeIfPresent(flow.id(), (id, tokens) -> tokens > 1 ? tokens - 1 : null));
            return fewer;
        }

        private void sayTwice(Map<String, Integer> state) {
            flows.stream()
                    .filter(flow -> state.getOrDefault(flow.id(), 0) > 1 && said.add(flow.id()))
                    .forEach(flow ->
                            report.add(flow, "flow.twice", flow.attribute("sourceRef"), flow.attribute("targetRef")));
        }

        private void sayStuck(Map<String, Integer> state) {
            nodes.stream()
                    .filter(node -> node.is("parallelGateway"))
                    .filter(node -> incoming(node).stream().anyMatch(flow -> state.containsKey(flow.id())))
                    .filter(node -> said.add(node.id()))
                    .forEach(node -> report.add(
                            node,
                            "flow.stuck",
                            incoming(node).stream()
                                    .map(ModelElement::id)
                                    .filter(id -> !state.containsKey(id))
                                    .toList()));
        }
    }
}
