package org.acmconversation.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Every path reaches an end event, and every loop contains a wait state. */
class FlowRules implements ModelRule {

    @Override
    public void check(ModelFiles models, KnownNames known, Report report) {
        models.inProcesses("process", "subProcess").forEach(scope -> check(scope, report));
    }

    private static void check(ModelElement scope, Report report) {
        List<ModelElement> nodes =
                scope.children().stream().filter(ModelElement::isFlowNode).toList();
        Map<String, ModelElement> byId = new HashMap<>();
        nodes.forEach(node -> byId.put(node.id(), node));
        scope.children("sequenceFlow")
                .filter(flow -> !byId.containsKey(flow.attribute("targetRef"))
                        || !byId.containsKey(flow.attribute("sourceRef")))
                .forEach(flow ->
                        report.add(flow, "flow.nowhere", flow.attribute("sourceRef"), flow.attribute("targetRef")));
        // Once, since each look-up reads the whole scope.
        Map<String, List<ModelElement>> next = new HashMap<>();
        nodes.forEach(node -> next.put(node.id(), next(node, byId).toList()));
        Set<String> reached = new HashSet<>();
        nodes.stream().filter(FlowRules::isBeginning).forEach(start -> reach(start, next, reached, node -> true));
        for (ModelElement node : nodes) {
            boolean ends = node.is("endEvent") || isEventSubProcess(node);
            if (!ends && node.outgoing().isEmpty()) {
                report.add(node, "flow.deadEnd");
            }
            if (!reached.contains(node.id())) {
                report.add(node, "flow.unreachable");
            }
            if (!ends && !leadsToEnd(node, next, byId)) {
                report.add(node, "flow.noEnd");
            }
            Set<String> withoutWaiting = new HashSet<>();
            if (!isWaiting(node)) {
                following(node, next).forEach(to -> reach(to, next, withoutWaiting, other -> !isWaiting(other)));
            }
            if (withoutWaiting.contains(node.id())) {
                report.add(node, "flow.loop");
            }
        }
    }

    /** A non-interrupting boundary event does not lead its activity to an end. */
    private static boolean leadsToEnd(
            ModelElement node, Map<String, List<ModelElement>> next, Map<String, ModelElement> byId) {
        Set<String> ahead = new HashSet<>();
        following(node, next)
                .forEach(to -> reach(
                        to,
                        next,
                        ahead,
                        other -> !other.attribute("cancelActivity").equals("false")));
        return ahead.stream().map(byId::get).anyMatch(end -> end.is("endEvent"));
    }

    private static boolean isBeginning(ModelElement node) {
        return node.is("startEvent") || isEventSubProcess(node);
    }

    private static boolean isEventSubProcess(ModelElement node) {
        return node.attribute("triggeredByEvent").equals("true");
    }

    /** Whether the node is a wait state. */
    private static boolean isWaiting(ModelElement node) {
        return node.is(
                "userTask",
                "callActivity",
                "receiveTask",
                "intermediateCatchEvent",
                "eventBasedGateway",
                "boundaryEvent",
                "subProcess");
    }

    /** Adds the nodes that are reachable from a node, including itself. */
    private static void reach(
            ModelElement from,
            Map<String, List<ModelElement>> next,
            Set<String> reached,
            Predicate<ModelElement> passes) {
        Deque<ModelElement> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            ModelElement node = open.pop();
            if (passes.test(node) && reached.add(node.id())) {
                following(node, next).forEach(open::push);
            }
        }
    }

    private static List<ModelElement> following(ModelElement node, Map<String, List<ModelElement>> next) {
        return next.getOrDefault(node.id(), List.of());
    }

    /** Returns the successors of a node, including its boundary events. */
    static Stream<ModelElement> next(ModelElement node, Map<String, ModelElement> byId) {
        Stream<ModelElement> following = node.outgoing().stream()
                .map(flow -> byId.get(flow.attribute("targetRef")))
                .filter(target -> target != null);
        Stream<ModelElement> onBorder = node.siblings("boundaryEvent")
                .filter(event -> event.attribute("attachedToRef").equals(node.id()));
        return Stream.concat(following, onBorder);
    }
}
