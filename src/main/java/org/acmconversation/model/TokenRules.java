package org.acmconversation.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Parallel paths join: no gateway waits for a token that never arrives, and no path is executed twice concurrently.
 * Explores all paths of a scope, regardless of conditions.
 */
class TokenRules implements ModelRule {

    /** Exploration stops at this many states; the current models have a few dozen. */
    private static final int MAX_STATES = 20_000;

    @Override
    public void check(ModelFiles models, KnownNames known, Report report) {
        models.inProcesses("process", "subProcess")
                .filter(scope -> scope.children("inclusiveGateway", "complexGateway")
                        .findAny()
                        .isEmpty())
                .forEach(scope -> new TokenFlow(models.flowIn(scope), report).explore());
    }

    /** A flow node with the numbers of its sequence flows, since the XML would be read again for each state. */
    private record Node(ModelElement element, List<Integer> incoming, List<List<Integer>> outcomes, boolean joins) {}

    private static class TokenFlow {

        private final List<ModelElement> flows;
        private final List<Node> nodes = new ArrayList<>();
        /** The number of the node at the end of each sequence flow; none if it leaves the scope. */
        private final Map<Integer, Integer> targets = new HashMap<>();

        private final Report report;
        private final Set<String> reported = new HashSet<>();
        private final Set<BitSet> known = new HashSet<>();
        private final Deque<BitSet> open = new ArrayDeque<>();

        TokenFlow(Flow flow, Report report) {
            this.flows = flow.flows();
            this.report = report;
            Map<ModelElement, Integer> numbers = new HashMap<>();
            flows.forEach(each -> numbers.put(each, numbers.size()));
            for (ModelElement element : flow.nodes()) {
                List<Integer> incoming = numbers(flow.incoming(element), numbers);
                incoming.forEach(each -> targets.put(each, nodes.size()));
                nodes.add(new Node(element, incoming, outcomes(element, flow, numbers), element.is("parallelGateway")));
            }
        }

        private static List<Integer> numbers(List<ModelElement> flows, Map<ModelElement, Integer> numbers) {
            return flows.stream().map(flow -> numbers.getOrDefault(flow, 0)).toList();
        }

        /** Returns the sets of sequence flows that a token may take: one of them. */
        private static List<List<Integer>> outcomes(ModelElement node, Flow flow, Map<ModelElement, Integer> numbers) {
            List<Integer> outgoing = numbers(flow.outgoing(node), numbers);
            if (node.is("exclusiveGateway", "eventBasedGateway")) {
                return outgoing.stream().map(List::of).toList();
            }
            return Stream.concat(
                            Stream.of(outgoing),
                            flow.atBorder(node).stream()
                                    .filter(event ->
                                            !event.attribute("cancelActivity").equals("false"))
                                    .map(event -> numbers(flow.outgoing(event), numbers)))
                    .toList();
        }

        /** Explores the states; a state is the sequence flows that have a token. */
        void explore() {
            nodes.stream()
                    .filter(node -> node.element().is("startEvent"))
                    .forEach(start -> add(new BitSet(), start.outcomes().get(0)));
            while (!open.isEmpty() && known.size() < MAX_STATES) {
                BitSet state = open.pop();
                if (!advance(state) && !state.isEmpty()) {
                    reportStuck(state);
                }
            }
        }

        /** Adds what may follow a state. Returns false if nothing can. */
        private boolean advance(BitSet state) {
            var reached = new BitSet();
            state.stream().mapToObj(targets::get).filter(node -> node != null).forEach(reached::set);
            boolean hasAdvanced = false;
            for (int number : reached.stream().toArray()) {
                Node node = nodes.get(number);
                List<Integer> taken =
                        node.incoming().stream().filter(state::get).toList();
                if (state.cardinality() > 1) {
                    checkEnd(node.element());
                }
                if (!node.joins()) {
                    taken.forEach(flow ->
                            node.outcomes().forEach(outcome -> add(without(state, List.of(flow)), outcome)));
                    hasAdvanced |= !node.outcomes().isEmpty();
                } else if (taken.size() == node.incoming().size()) {
                    add(without(state, taken), node.outcomes().get(0));
                    hasAdvanced = true;
                }
            }
            return hasAdvanced;
        }

        /** An end event that ends the engagement, while other paths continue. */
        private void checkEnd(ModelElement node) {
            if (node.is("endEvent")
                    && ContractRules.recordsOutcome(node)
                    && node.children("terminateEventDefinition").findAny().isEmpty()
                    && reported.add(node.id())) {
                report.add(node, "flow.early");
            }
        }

        private static BitSet without(BitSet state, List<Integer> flows) {
            BitSet fewer = (BitSet) state.clone();
            flows.forEach(fewer::clear);
            return fewer;
        }

        private void add(BitSet state, List<Integer> taken) {
            List<Integer> twice = taken.stream().filter(state::get).toList();
            twice.forEach(this::reportDuplicate);
            taken.forEach(state::set);
            if (twice.isEmpty() && known.add(state)) {
                open.add(state);
            }
        }

        private void reportDuplicate(int number) {
            ModelElement flow = flows.get(number);
            if (reported.add(flow.id())) {
                report.add(flow, "flow.twice", flow.attribute("sourceRef"), flow.attribute("targetRef"));
            }
        }

        private void reportStuck(BitSet state) {
            nodes.stream()
                    .filter(node -> node.joins() && node.incoming().stream().anyMatch(state::get))
                    .filter(node -> reported.add(node.element().id()))
                    .forEach(node -> report.add(
                            node.element(),
                            "flow.stuck",
                            node.incoming().stream()
                                    .filter(flow -> !state.get(flow))
                                    .map(flow -> flows.get(flow).id())
                                    .toList()));
        }
    }
}
