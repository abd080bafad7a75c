package org.acmconversation.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.NamedNodeMap;

/** Every variable that a model, decision or form reads or sets is documented. */
class VariableRules implements ModelRule {

    /** Camunda's attributes that contain a variable name. */
    private static final List<String> NAMING_ATTRIBUTES = List.of(
            "resultVariable",
            "collection",
            "elementVariable",
            "variableName",
            "errorCodeVariable",
            "errorMessageVariable",
            "escalationCodeVariable",
            "inputVariable");

    @Override
    public void check(ModelFiles models, KnownNames known, Report report) {
        models.inProcesses().forEach(element -> {
            if (element.isCamunda("in", "out")
                    && !element.attribute("variables").isEmpty()) {
                report.add(element, "variable.all");
            }
            used(element, known.helpers().keySet()).stream()
                    .filter(name -> !known.variables().contains(name))
                    .forEach(name -> report.add(element, "variable.unknown", name, known.variables()));
        });
        models.dmn().forEach(file -> checkDecisions(file, known.variables(), report));
        models.forms().forEach(form -> checkForm(form, known.variables(), report));
    }

    private static Set<String> used(ModelElement element, Set<String> helpers) {
        Set<String> names = new LinkedHashSet<>();
        if (element.isCamunda("in", "out")) {
            addName(names, element.attribute("source"));
            addName(names, element.attribute("target"));
        } else if (element.isCamunda("inputParameter", "outputParameter")) {
            addName(names, element.attribute("name"));
        }
        NAMING_ATTRIBUTES.forEach(attribute -> addName(names, element.camunda(attribute)));
        names.addAll(inExpressions(element, helpers));
        return names;
    }

    /** Returns the variables in the element's own expressions, without those of nested elements. */
    static Set<String> inExpressions(ModelElement element, Set<String> helpers) {
        Set<String> names = new LinkedHashSet<>();
        NamedNodeMap attributes = element.node().getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            var attribute = (Attr) attributes.item(i);
            // A bean, which DelegateRules check.
            if (!"delegateExpression".equals(attribute.getLocalName())) {
                names.addAll(JuelText.variables(attribute.getValue(), helpers));
            }
        }
        names.addAll(JuelText.variables(element.ownText(), helpers));
        return names;
    }

    private static void addName(Set<String> names, String name) {
        if (!name.isEmpty() && !JuelText.isExpression(name)) {
            names.add(name);
        }
    }

    private static void checkDecisions(ModelElement file, Set<String> known, Report report) {
        Set<String> defined = new LinkedHashSet<>(known);
        file.descendants()
                .filter(element -> element.is("output", "variable", "inputData", "decision"))
                .forEach(element -> {
                    defined.add(element.attribute("name"));
                    defined.add(element.id());
                });
        file.descendants()
                .filter(element -> element.is("inputExpression", "inputEntry", "outputEntry", "literalExpression"))
                .forEach(
                        element -> FeelText.variables(element.child("text")
                                        .map(ModelElement::text)
                                        .orElse(""))
                                .stream()
                                .filter(name -> !defined.contains(name))
                                .forEach(name -> report.add(element, "variable.decision", name, known)));
    }

    private static void checkForm(ModelFiles.FormFile form, Collection<String> known, Report report) {
        FormComponent.all(form).forEach(component -> {
            Set<String> names = new LinkedHashSet<>();
            if (component.takesInput()) {
                names.add(component.key());
            }
            addUsed(names, component.json());
            names.stream()
                    .filter(name -> !name.isEmpty() && !known.contains(name))
                    .forEach(name -> component.report(report, "variable.unknown", name, known));
        });
    }

    /** Adds the variables of all properties that are expressions, without those of nested components. */
    static void addUsed(Set<String> names, JsonNode json) {
        json.properties().stream()
                .filter(property -> !property.getKey().equals("components"))
                .forEach(property -> addUsed(names, property.getValue()));
        if (json.isArray()) {
            json.forEach(element -> addUsed(names, element));
        } else if (json.isTextual() && json.textValue().startsWith("=")) {
            names.addAll(FeelText.variables(json.textValue().substring(1)));
        } else if (json.isTextual()) {
            names.addAll(FeelText.variablesInTemplate(json.textValue()));
        }
    }
}
