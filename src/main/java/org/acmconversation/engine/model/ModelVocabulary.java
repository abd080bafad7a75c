package org.acmconversation.engine.model;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The allow-list of elements, attributes and namespaces in models. Everything else is rejected, since the engine
 * supports more than is safe, including outdated names that no tool writes any more.
 */
public class ModelVocabulary {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    private static final Set<String> CAMUNDA =
            Set.of("http://camunda.org/schema/1.0/bpmn", "http://camunda.org/schema/1.0/dmn");

    private static final Set<String> OTHER_NAMESPACES = Set.of(
            "http://www.w3.org/XML/1998/namespace",
            "http://www.w3.org/2001/XMLSchema-instance",
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI",
            "https://www.omg.org/spec/DMN/20191111/DMNDI/",
            "http://www.omg.org/spec/DMN/20180521/DC/",
            "http://www.omg.org/spec/DMN/20180521/DI/",
            "http://camunda.org/schema/modeler/1.0",
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
            "http://bpmn.io/schema/dmn/biodi/2.0");

    private static final Set<String> CAMUNDA_ELEMENTS = Set.of(
            "entry",
            "executionListener",
            "failedJobRetryTimeCycle",
            "in",
            "inputOutput",
            "inputParameter",
            "list",
            "map",
            "out",
            "outputParameter",
            "properties",
            "property",
            "taskListener",
            "value");

    /** Attributes without a namespace on Camunda's elements. */
    private static final Set<String> ATTRIBUTES_OF_CAMUNDA_ELEMENTS = Set.of(
            "businessKey",
            "delegateExpression",
            "event",
            "id",
            "key",
            "local",
            "name",
            "source",
            "sourceExpression",
            "target",
            "value",
            "variables");

    /** Assignees and candidate users are safe; the model rules reject them with a better message. */
    private static final Set<String> CAMUNDA_ATTRIBUTES = Set.of(
            "assignee",
            "asyncAfter",
            "asyncBefore",
            "calledElementBinding",
            "candidateGroups",
            "candidateStarterGroups",
            "candidateUsers",
            "collection",
            "decisionRef",
            "decisionRefBinding",
            "delegateExpression",
            "diagramRelationId",
            "dueDate",
            "elementVariable",
            "errorCodeVariable",
            "errorMessageVariable",
            "escalationCodeVariable",
            "exclusive",
            "followUpDate",
            "formRef",
            "formRefBinding",
            "historyTimeToLive",
            "inputVariable",
            "isStartableInTasklist",
            "jobPriority",
            "mapDecisionResult",
            "modelerTemplate",
            "modelerTemplateVersion",
            "priority",
            "resultVariable",
            "variableEvents",
            "variableName",
            "versionTag");

    private static final Set<String> FEEL = Set.of(
            "feel",
            "http://www.omg.org/spec/FEEL/20140401",
            "http://www.omg.org/spec/DMN/20180521/FEEL/",
            "https://www.omg.org/spec/DMN/20191111/FEEL/");

    private static final Set<String> SCRIPTS = Set.of("scriptTask", "script", "functionDefinition");

    private ModelVocabulary() {}

    /** Whether this is a name of FEEL, the language that decisions use when they name none. */
    public static boolean isFeel(String language) {
        return FEEL.contains(language);
    }

    /** Returns the message key suffix of the objection to an element. */
    static Optional<String> objectionToElement(String namespace, String element) {
        if (SCRIPTS.contains(element)) {
            return Optional.of("script");
        }
        if (element.equals("connector") || element.equals("import")) {
            return Optional.of(element);
        }
        if (CAMUNDA.contains(namespace)) {
            return CAMUNDA_ELEMENTS.contains(element) ? Optional.empty() : Optional.of("element");
        }
        return isKnown(namespace) ? Optional.empty() : Optional.of("namespace");
    }

    /** Returns the same for an attribute. Specific reasons take precedence over "not listed". */
    static Optional<String> objectionToAttribute(String elementNamespace, String namespace, String name, String value) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        if (lowerCase.endsWith("class")) {
            return Optional.of("class");
        }
        return switch (lowerCase) {
            case "scriptformat", "resource", "language" -> Optional.of("scriptAttribute");
            case "schemalocation", "nonamespaceschemalocation" -> Optional.of("schema");
            case "expressionlanguage" -> FEEL.contains(value) ? Optional.empty() : Optional.of("language");
            case "formkey" -> Optional.of("formKey");
            default -> objectionToOtherAttribute(elementNamespace, namespace, name);
        };
    }

    private static Optional<String> objectionToOtherAttribute(String elementNamespace, String namespace, String name) {
        if (CAMUNDA.contains(namespace)) {
            return CAMUNDA_ATTRIBUTES.contains(name) ? Optional.empty() : Optional.of("attribute");
        }
        if (namespace.isEmpty() && CAMUNDA.contains(elementNamespace)) {
            return ATTRIBUTES_OF_CAMUNDA_ELEMENTS.contains(name) ? Optional.empty() : Optional.of("attribute");
        }
        return namespace.isEmpty() || isKnown(namespace) ? Optional.empty() : Optional.of("namespace");
    }

    /** Whether models may use names of this namespace. */
    public static boolean isKnown(String namespace) {
        return namespace.equals(BPMN)
                || namespace.equals(DMN)
                || CAMUNDA.contains(namespace)
                || OTHER_NAMESPACES.contains(namespace);
    }
}
