package org.acmconversation.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every executable element is drawn and visible. */
class LayoutRules implements ModelRule {

    private record Box(double x, double y, double width, double height) {

        static Optional<Box> of(ModelElement bounds) {
            try {
                return Optional.of(new Box(
                        Double.parseDouble(bounds.attribute("x")),
                        Double.parseDouble(bounds.attribute("y")),
                        Double.parseDouble(bounds.attribute("width")),
                        Double.parseDouble(bounds.attribute("height"))));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        boolean overlaps(Box other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }
    }

    /**
     * Where an element is drawn.
     *
     * @param plane the process, or the collapsed subprocess whose content has a drawing of its own
     */
    private record Drawn(String plane, Optional<Box> box) {}

    private record Shape(ModelElement element, String plane, Box box) {}

    @Override
    public void check(ModelFiles models, KnownNames known, Report report) {
        models.bpmn().forEach(file -> check(file, report));
    }

    private static void check(ModelElement file, Report report) {
        Map<String, Drawn> drawn = new HashMap<>();
        file.descendants()
                .filter(element -> isDiagram(element, "BPMNPlane"))
                .forEach(plane -> plane.children().stream()
                        .filter(element -> isDiagram(element, "BPMNShape") || isDiagram(element, "BPMNEdge"))
                        .forEach(element -> drawn.put(
                                element.attribute("bpmnElement"),
                                new Drawn(
                                        plane.attribute("bpmnElement"),
                                        element.children().stream()
                                                .filter(child -> child.tag().equals("Bounds"))
                                                .findFirst()
                                                .flatMap(Box::of)))));
        List<Shape> shapes = new ArrayList<>();
        file.descendants().forEach(element -> {
            if (element.isFlowNode()) {
                Optional.ofNullable(drawn.get(element.id()))
                        .flatMap(found -> found.box().map(box -> new Shape(element, found.plane(), box)))
                        .ifPresentOrElse(shapes::add, () -> report.add(element, "layout.shape"));
            } else if (element.is("sequenceFlow") && !drawn.containsKey(element.id())) {
                report.add(element, "layout.edge", element.attribute("sourceRef"), element.attribute("targetRef"));
            }
        });
        checkOverlaps(shapes, report);
    }

    private static boolean isDiagram(ModelElement element, String tag) {
        return ModelElement.BPMN_DIAGRAM.equals(element.node().getNamespaceURI())
                && element.tag().equals(tag);
    }

    private static void checkOverlaps(List<Shape> shapes, Report report) {
        for (int i = 0; i < shapes.size(); i++) {
            Shape one = shapes.get(i);
            for (Shape other : shapes.subList(i + 1, shapes.size())) {
                if (one.plane().equals(other.plane())
                        && one.box().overlaps(other.box())
                        && !mayOverlap(one.element(), other.element())) {
                    report.add(
                            one.element(),
                            "layout.overlap",
                            other.element().name(),
                            other.element().id());
                }
            }
        }
    }

    /** Whether two elements may overlap: a boundary event and its activity, a subprocess and its content. */
    private static boolean mayOverlap(ModelElement one, ModelElement other) {
        return one.is("boundaryEvent") || other.is("boundaryEvent") || isIn(one, other) || isIn(other, one);
    }

    private static boolean isIn(ModelElement inner, ModelElement outer) {
        Optional<ModelElement> parent = inner.parent();
        while (parent.isPresent()) {
            if (parent.get().equals(outer)) {
                return true;
            }
            parent = parent.get().parent();
        }
        return false;
    }
}
