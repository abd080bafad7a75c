package org.acmconversation.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Every path reaches an end event, and every loop contains a wait state. */
class FlowRules implements ModelRule {

    @Override
    public void check(ModelFiles models, KnownNames known, Report report) {
        models.inProcesses("process", "subProcess").forEach(scope -> check(models.flowIn(scope), report));
    }

    private static void check(Flow flow, Report report) {
        flow.flows().stream()
                .filter(each -> flow.node(each.attribute("targetRef")).isEmpty()
                        || flow.node(each.attribute("sourceRef")).isEmpty())
                .forEach(each ->
                        report.add(each, "flow.nowhere", each.attribute("sourceRef"), each.attribute("targetRef")));
        Set<String> reached = flow.graph().from(ids(flow, FlowRules::isBeginning));
        Set<String> ending = ending(flow);
        Set<String> loops = loopsWithoutWaiting(flow);
        for (ModelElement node : flow.nodes()) {
            boolean ends = node.is("endEvent") || isEventSubProcess(node);
            if (!ends && flow.outgoing(node).isEmpty()) {
                report.add(node, "flow.deadEnd");
            }
            if (!reached.contains(node.id())) {
                report.add(node, "flow.unreachable");
            }
            if (!ends && flow.graph().next(node.id()).stream().noneMatch(ending::contains)) {
                report.add(node, "flow.noEnd");
            }
            if (loops.contains(node.id())) {
                report.add(node, "flow.loop");
            }
        }
    }

    private static List<String> ids(Flow flow, Predicate<ModelElement> wanted) {
        return flow.nodes().stream().filter(wanted).map(ModelElement::id).toList();
    }

    /**
     * Returns the nodes from which an end event is reached. A non-interrupting boundary event does not lead its
     * activity to one.
     */
    private static Set<String> ending(Flow flow) {
        Set<String> passed = new HashSet<>(
                ids(flow, node -> !node.attribute("cancelActivity").equals("false")));
        return flow.graph().only(passed::contains).reversed().from(ids(flow, node -> node.is("endEvent")));
    }

    private static Set<String> loopsWithoutWaiting(Flow flow) {
        Graph graph = flow.graph().only(Set.copyOf(ids(flow, node -> !isWaiting(node)))::contains);
        Set<String> loops = new HashSet<>();
        graph.components().stream().filter(graph::isLoop).forEach(loops::addAll);
        return loops;
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
}
