package org.acmconversation.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The flow nodes of a process or subprocess, and which follow which. It is read once: in the XML, each lookup would
 * read the whole scope.
 */
class Flow {

    static final Flow NONE = new Flow(List.of());

    private final List<ModelElement> nodes;
    private final List<ModelElement> flows;
    private final Map<String, ModelElement> byId = new HashMap<>();
    private final Map<String, List<ModelElement>> outgoing;
    private final Map<String, List<ModelElement>> incoming;
    private final Map<String, List<ModelElement>> atBorder;
    private @Nullable Graph graph;

    private Flow(List<ModelElement> elements) {
        nodes = elements.stream().filter(ModelElement::isFlowNode).toList();
        flows = elements.stream().filter(element -> element.is("sequenceFlow")).toList();
        nodes.forEach(node -> byId.put(node.id(), node));
        outgoing = by("sourceRef", flows);
        incoming = by("targetRef", flows);
        atBorder = by(
                "attachedToRef",
                nodes.stream().filter(node -> node.is("boundaryEvent")).toList());
    }

    static Flow in(ModelElement scope) {
        return new Flow(scope.children());
    }

    private static Map<String, List<ModelElement>> by(String attribute, List<ModelElement> elements) {
        return elements.stream().collect(Collectors.groupingBy(element -> element.attribute(attribute)));
    }

    /** Returns the flow nodes, in document order. */
    List<ModelElement> nodes() {
        return nodes;
    }

    /** Returns the sequence flows, in document order. */
    List<ModelElement> flows() {
        return flows;
    }

    /** Returns a flow node by its id. */
    Optional<ModelElement> node(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    List<ModelElement> outgoing(ModelElement node) {
        return outgoing.getOrDefault(node.id(), List.of());
    }

    List<ModelElement> incoming(ModelElement node) {
        return incoming.getOrDefault(node.id(), List.of());
    }

    /** Returns the boundary events of an activity. */
    List<ModelElement> atBorder(ModelElement activity) {
        return atBorder.getOrDefault(activity.id(), List.of());
    }

    /** Returns the ids of the flow nodes, with those that follow: at the end of a sequence flow, or at the border. */
    Graph graph() {
        Graph known = graph;
        if (known == null) {
            Map<String, List<String>> next = new LinkedHashMap<>();
            nodes.forEach(node -> next.put(node.id(), next(node)));
            known = new Graph(next);
            graph = known;
        }
        return known;
    }

    private List<String> next(ModelElement node) {
        List<String> next = new ArrayList<>();
        outgoing(node).stream()
                .map(flow -> flow.attribute("targetRef"))
                .filter(byId::containsKey)
                .forEach(next::add);
        atBorder(node).stream().map(ModelElement::id).forEach(next::add);
        return next;
    }
}
