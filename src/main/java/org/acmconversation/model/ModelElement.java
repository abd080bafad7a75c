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

/** An element of a BPMN or DMN file. Missing attributes are empty strings. */
public record ModelElement(String file, Element node) {

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

    /** Other elements whose id analysts can find in Modeler. */
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

    public String tag() {
        return node.getLocalName();
    }

    public boolean is(String... tags) {
        return isModel() && Arrays.asList(tags).contains(tag());
    }

    public boolean isCamunda(String... tags) {
        return CAMUNDA_BPMN.equals(node.getNamespaceURI())
                && Arrays.asList(tags).contains(tag());
    }

    public boolean isActivity() {
        return isModel() && ACTIVITIES.contains(tag());
    }

    public boolean isEvent() {
        return isModel() && EVENTS.contains(tag());
    }

    public boolean isGateway() {
        return isModel() && GATEWAYS.contains(tag());
    }

    public boolean isFlowNode() {
        return isActivity() || isEvent() || isGateway();
    }

    private boolean isModel() {
        return BPMN.equals(node.getNamespaceURI()) || DMN.equals(node.getNamespaceURI());
    }

    public String id() {
        return attribute("id");
    }

    /** Returns what people see: the name, a column's label or a rule's annotation. */
    public String name() {
        String name = attribute("name");
        if (is("rule")) {
            name = child("description").map(ModelElement::text).orElse("");
        } else if (is("input", "output")) {
            name = attribute("label");
        }
        return name.replaceAll("\\s+", " ").strip();
    }

    public String attribute(String name) {
        return node.getAttributeNS(null, name).strip();
    }

    /** Returns an attribute in Camunda's BPMN or DMN namespace. */
    public String camunda(String name) {
        return (node.getAttributeNS(CAMUNDA_BPMN, name) + node.getAttributeNS(CAMUNDA_DMN, name)).strip();
    }

    public String text() {
        return node.getTextContent().strip();
    }

    /** Returns the text without that of nested elements, as the engine reads it. */
    public String ownText() {
        var text = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text part) {
                text.append(part.getData());
            }
        }
        return text.toString().strip();
    }

    public List<ModelElement> children() {
        List<ModelElement> children = new ArrayList<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(new ModelElement(file, element));
            }
        }
        return children;
    }

    public Stream<ModelElement> children(String... tags) {
        return children().stream().filter(child -> child.is(tags));
    }

    public Optional<ModelElement> child(String tag) {
        return children(tag).findFirst();
    }

    /** Returns Camunda's extension elements with this name. */
    public List<ModelElement> extensions(String tag) {
        return children("extensionElements")
                .flatMap(extensions -> extensions.children().stream())
                .filter(extension -> extension.isCamunda(tag))
                .toList();
    }

    /** Returns all nested elements, in document order. */
    public Stream<ModelElement> descendants() {
        NodeList all = node.getElementsByTagNameNS("*", "*");
        return IntStream.range(0, all.getLength()).mapToObj(i -> new ModelElement(file, (Element) all.item(i)));
    }

    public Optional<ModelElement> parent() {
        return node.getParentNode() instanceof Element parent
                ? Optional.of(new ModelElement(file, parent))
                : Optional.empty();
    }

    /** Returns this element or the closest enclosing one that can be found in Modeler by its id. */
    public ModelElement subject() {
        if (isFlowNode() || isModel() && OTHER_SUBJECTS.contains(tag())) {
            return this;
        }
        return parent().map(ModelElement::subject).orElse(this);
    }

    /** Returns this element and its siblings. */
    public Stream<ModelElement> siblings(String... tags) {
        return parent().stream().flatMap(parent -> parent.children(tags));
    }
}
