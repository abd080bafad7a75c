package org.acmconversation.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;

/** An element of a BPMN or DMN file, with what the rules ask of it. Absent attributes are empty. */
record ModelElement(String file, Element node) {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String BPMN_DIAGRAM = "http://www.omg.org/spec/BPMN/20100524/DI";
    static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    static final String CAMUNDA_BPMN = "http://camunda.org/schema/1.0/bpmn";
    static final String CAMUNDA_DMN = "http://camunda.org/schema/1.0/dmn";

    private static final Set<String> ACTIVITIES = Set.of(
            "task",
            "userTask",
            "serviceTask",
            "sendTask",
            "receiveTask",
            "manualTask",
            "businessRuleTask",
            "scriptTask",
            "callActivity",
            "subProcess",
            "transaction",
            "adHocSubProcess");
    private static final Set<String> EVENTS =
            Set.of("startEvent", "endEvent", "boundaryEvent", "intermediateCatchEvent", "intermediateThrowEvent");
    private static final Set<String> GATEWAYS =
            Set.of("exclusiveGateway", "inclusiveGateway", "parallelGateway", "eventBasedGateway", "complexGateway");

    /** What else has an id that an analyst finds in the Modeler. */
    private static final Set<String> OTHER_SUBJECTS = Set.of(
            "process",
            "sequenceFlow",
            "message",
            "error",
            "escalation",
            "signal",
            "decision",
            "rule",
            "input",
            "output",
            "inputData");

    String tag() {
        return node.getLocalName();
    }

    boolean is(String... tags) {
        return isModel() && Arrays.asList(tags).contains(tag());
    }

    boolean isCamunda(String... tags) {
        return CAMUNDA_BPMN.equals(node.getNamespaceURI())
                && Arrays.asList(tags).contains(tag());
    }

    boolean isActivity() {
        return isModel() && ACTIVITIES.contains(tag());
    }

    boolean isEvent() {
        return isModel() && EVENTS.contains(tag());
    }

    boolean isGateway() {
        return isModel() && GATEWAYS.contains(tag());
    }

    boolean isFlowNode() {
        return isActivity() || isEvent() || isGateway();
    }

    private boolean isModel() {
        return BPMN.equals(node.getNamespaceURI()) || DMN.equals(node.getNamespaceURI());
    }

    String id() {
        return attribute("id");
    }

    /** What people see: the name, a column's label, what a rule's annotation says. */
    String name() {
        String name = attribute("name");
        if (is("rule")) {
            name = child("description").map(ModelElement::text).orElse("");
        } else if (is("input", "output")) {
            name = attribute("label");
        }
        return name.replaceAll("\\s+", " ").strip();
    }

    String attribute(String name) {
        return node.getAttributeNS(null, name).strip();
    }

    /** Value of an attribute in Camunda's namespace, that of BPMN or of DMN. */
    String camunda(String name) {
        return (node.getAttributeNS(CAMUNDA_BPMN, name) + node.getAttributeNS(CAMUNDA_DMN, name)).strip();
    }

    String text() {
        return node.getTextContent().strip();
    }

    /** Its text without that of elements inside, which is what the engine reads. */
    String ownText() {
        var text = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text part) {
                text.append(part.getData());
            }
        }
        return text.toString().strip();
    }

    List<ModelElement> children() {
        List<ModelElement> children = new ArrayList<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(new ModelElement(file, element));
            }
        }
        return children;
    }

    Stream<ModelElement> children(String... tags) {
        return children().stream().filter(child -> child.is(tags));
    }

    Optional<ModelElement> child(String tag) {
        return children(tag).findFirst();
    }

    /** Camunda's extensions with that name. */
    List<ModelElement> extensions(String tag) {
        return children("extensionElements")
                .flatMap(extensions -> extensions.children().stream())
                .filter(extension -> extension.isCamunda(tag))
                .toList();
    }

    /** All elements below this one, in document order. */
    Stream<ModelElement> descendants() {
        NodeList all = node.getElementsByTagNameNS("*", "*");
        return IntStream.range(0, all.getLength()).mapToObj(i -> new ModelElement(file, (Element) all.item(i)));
    }

    Optional<ModelElement> parent() {
        return node.getParentNode() instanceof Element parent
                ? Optional.of(new ModelElement(file, parent))
                : Optional.empty();
    }

    /** The nearest element, from this one outwards, that can be found in the Modeler by its id. */
    ModelElement subject() {
        if (isFlowNode() || isModel() && OTHER_SUBJECTS.contains(tag())) {
            return this;
        }
        return parent().map(ModelElement::subject).orElse(this);
    }

    /** Sequence flows that leave this flow node. */
    List<ModelElement> outgoing() {
        return siblings("sequenceFlow")
                .filter(flow -> flow.attribute("sourceRef").equals(id()))
                .toList();
    }

    /** Elements beside this one, itself included. */
    Stream<ModelElement> siblings(String... tags) {
        return parent().stream().flatMap(parent -> parent.children(tags));
    }
}
