package org.acmconversation.release;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.acmconversation.model.ModelElement;
import org.acmconversation.release.Change.Kind;
import org.w3c.dom.Attr;

/** Compares two versions of a BPMN file, element by element. */
class ProcessChanges {

    private static final Set<String> DEFINITIONS =
            Set.of("process", "message", "error", "escalation", "signal", "sequenceFlow");

    /** Children derived from neighbors, or compared separately. */
    private static final Set<String> NOT_OWN = Set.of("incoming", "outgoing", "name", "documentation");

    /** Attributes with equivalent values. */
    private static final Set<String> NOT_COMPARED = Set.of("id", "name", "modelerTemplate", "modelerTemplateVersion");

    private static final String SEQUENTIAL = "isSequential";

    /** Attributes that are irrelevant, or compared separately. */
    private static final Set<String> NOT_SUMMARIZED = Set.of("id", SEQUENTIAL);

    private static final String TIMER = "timerEventDefinition";

    private final Changes changes;
    private final Map<String, ModelElement> before;
    private final Map<String, ModelElement> after;
    private final Map<String, String> drawnBefore;
    private final Map<String, String> drawnAfter;

    private ProcessChanges(String path, ModelElement before, ModelElement after) {
        this.changes = new Changes(path);
        this.before = elements(before);
        this.after = elements(after);
        this.drawnBefore = drawing(before);
        this.drawnAfter = drawing(after);
    }

    /** @param before root element of the earlier version */
    static List<Change> between(String path, ModelElement before, ModelElement after) {
        var comparison = new ProcessChanges(path, before, after);
        comparison.compare();
        return comparison.changes.all();
    }

    private static Map<String, ModelElement> elements(ModelElement root) {
        return root.descendants()
                .filter(element -> !element.id().isEmpty())
                .filter(element -> element.isFlowNode() || element.is(DEFINITIONS.toArray(String[]::new)))
                .collect(Collectors.toMap(
                        ModelElement::id, element -> element, (one, other) -> one, LinkedHashMap::new));
    }

    private void compare() {
        before.forEach((id, element) -> {
            if (!after.containsKey(id)) {
                changes.add(
                        id, element.name(), Kind.REMOVED, "change.removed." + kind(element), shown(element, before));
            }
        });
        after.forEach((id, element) -> {
            ModelElement old = before.get(id);
            if (old == null) {
                changes.add(id, element.name(), Kind.ADDED, "change.added." + kind(element), shown(element, after));
            } else {
                compare(id, old, element);
            }
        });
    }

    private void compare(String id, ModelElement old, ModelElement now) {
        if (!old.name().equals(now.name())) {
            changes.add(
                    id,
                    now.name(),
                    Kind.CHANGED,
                    "change.renamed",
                    Changes.quoted(old.name().isEmpty() ? id : old.name()),
                    Changes.quoted(now.name()));
        }
        changes.compare(id, now.name(), shown(now, after), properties(old), properties(now));
        if (!drawnBefore.getOrDefault(id, "").equals(drawnAfter.getOrDefault(id, ""))) {
            changes.add(id, now.name(), Kind.MOVED, "change.moved", shown(now, after));
        }
    }

    private static String kind(ModelElement element) {
        if (element.is("sequenceFlow")) {
            return "flow";
        }
        return element.isFlowNode() ? "step" : "definition";
    }

    /** Returns the quoted name, plus the location for elements whose names are often not unique. */
    private static String shown(ModelElement element, Map<String, ModelElement> elements) {
        if (element.is("sequenceFlow")) {
            return Changes.text(
                    "change.flow",
                    element.name().isEmpty() ? "" : Changes.quoted(element.name()) + " ",
                    Changes.quoted(nameOf(element.attribute("sourceRef"), elements)),
                    Changes.quoted(nameOf(element.attribute("targetRef"), elements)));
        }
        String name = Changes.quoted(element.name().isEmpty() ? element.id() : element.name());
        return element.is("boundaryEvent")
                ? Changes.text(
                        "change.boundary", name, Changes.quoted(nameOf(element.attribute("attachedToRef"), elements)))
                : name;
    }

    private static String nameOf(String id, Map<String, ModelElement> elements) {
        ModelElement element = elements.get(id);
        return element == null || element.name().isEmpty() ? id : element.name();
    }

    private static Map<String, String> properties(ModelElement element) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("kind", element.tag());
        element.parent()
                .filter(ModelElement::isActivity)
                .ifPresent(scope -> properties.put("scope", scope.name().isEmpty() ? scope.id() : scope.name()));
        attributes(element)
                .filter(attribute -> !NOT_COMPARED.contains(attribute.getLocalName()))
                .forEach(attribute -> properties.put(
                        attribute.getLocalName(), attribute.getValue().strip()));
        element.child("documentation").ifPresent(text -> properties.put("documentation", text.text()));
        Stream.concat(
                        element.children().stream().filter(child -> !child.is("extensionElements")),
                        element.children("extensionElements").flatMap(extensions -> extensions.children().stream()))
                .filter(child -> !NOT_OWN.contains(child.tag()) && !isCompared(child))
                .forEach(child -> add(properties, child));
        return properties;
    }

    /**
     * Timeouts of task listeners and the multi-instance order get entries of their own, because analysts change these.
     */
    private static void add(Map<String, String> properties, ModelElement child) {
        Optional<ModelElement> timer = child.isCamunda("taskListener") ? child.child(TIMER) : Optional.empty();
        timer.ifPresent(time -> addEntry(properties, "timeout", summary(time)));
        if (child.is("multiInstanceLoopCharacteristics")) {
            boolean isSequential = child.attribute(SEQUENTIAL).equals("true");
            properties.put(SEQUENTIAL, Changes.text(isSequential ? "change.yes" : "change.no"));
        }
        addEntry(
                properties,
                child.tag(),
                summary(child, child.children().stream().filter(part -> timer.isEmpty() || !part.is(TIMER))));
    }

    private static void addEntry(Map<String, String> properties, String property, String entry) {
        properties.merge(property, entry, (entries, next) -> entries + Changes.SEPARATOR + next);
    }

    private static boolean isCompared(ModelElement child) {
        return !child.id().isEmpty() && (child.isFlowNode() || child.is(DEFINITIONS.toArray(String[]::new)));
    }

    private static Stream<Attr> attributes(ModelElement element) {
        var attributes = element.node().getAttributes();
        return IntStream.range(0, attributes.getLength())
                .mapToObj(i -> (Attr) attributes.item(i))
                .filter(attribute -> !"http://www.w3.org/2000/xmlns/".equals(attribute.getNamespaceURI()));
    }

    /** Returns an element's attributes and text in one line. */
    private static String summary(ModelElement element) {
        return summary(element, element.children().stream());
    }

    private static String summary(ModelElement element, Stream<ModelElement> children) {
        return Stream.of(
                        attributes(element)
                                .filter(attribute -> !NOT_SUMMARIZED.contains(attribute.getLocalName())
                                        && !"http://www.w3.org/2001/XMLSchema-instance"
                                                .equals(attribute.getNamespaceURI()))
                                .map(Attr::getValue),
                        Stream.of(element.ownText()),
                        children.map(ProcessChanges::summary))
                .flatMap(parts -> parts)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    /** Returns the place of each element in the drawing. */
    private static Map<String, String> drawing(ModelElement root) {
        return root.descendants()
                .filter(shape -> shape.tag().equals("BPMNShape") || shape.tag().equals("BPMNEdge"))
                .collect(Collectors.toMap(
                        shape -> shape.attribute("bpmnElement"),
                        shape ->
                                shape.descendants().map(ProcessChanges::summary).collect(Collectors.joining(" ")),
                        (one, other) -> one));
    }
}
