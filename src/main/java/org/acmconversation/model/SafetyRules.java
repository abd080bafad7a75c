package org.acmconversation.model;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.NamedNodeMap;

/**
 * A model names beans and evaluates conditions; it brings no code. What the engine offers beyond that is refused unless
 * it is listed here, since a model can be deployed by people who may not run code on the server.
 */
class SafetyRules implements ModelRule {

    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

    /** The engine also obeys the extensions of Activiti, under which these rules would see nothing. */
    private static final Set<String> NAMESPACES = Set.of(
            ModelElement.BPMN,
            ModelElement.BPMN_DIAGRAM,
            ModelElement.DMN,
            ModelElement.CAMUNDA_BPMN,
            ModelElement.CAMUNDA_DMN,
            XMLNS,
            "http://www.w3.org/XML/1998/namespace",
            "http://www.w3.org/2001/XMLSchema-instance",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI",
            "https://www.omg.org/spec/DMN/20191111/DMNDI/",
            "http://www.omg.org/spec/DMN/20180521/DC/",
            "http://www.omg.org/spec/DMN/20180521/DI/",
            "http://camunda.org/schema/modeler/1.0",
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
            "http://bpmn.io/schema/dmn/biodi/2.0");

    /** Assignees and candidate users are no danger; the rules about groups refuse them and say why. */
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

    /** Attributes without a namespace that would make a listener or a condition run code. */
    private static final Set<String> CODE_ATTRIBUTES = Set.of("class", "expression", "language", "expressionLanguage");

    private static final Set<String> FEEL = Set.of(
            "feel",
            "https://www.omg.org/spec/dmn/20191111/feel/",
            "http://www.omg.org/spec/dmn/20180521/feel/",
            "http://www.omg.org/spec/feel/20140401");

    private static final Set<String> CODE_ELEMENTS = Set.of("scriptTask", "script", "functionDefinition");

    @Override
    public void check(ModelFiles models, KnownNames known, Report report) {
        models.inProcesses().forEach(element -> check(element, known, report));
        models.inDecisions().forEach(element -> check(element, known, report));
    }

    private static void check(ModelElement element, KnownNames known, Report report) {
        String namespace = element.node().getNamespaceURI();
        if (!NAMESPACES.contains(String.valueOf(namespace))) {
            report.add(element, "safety.namespace", element.node().getNodeName(), String.valueOf(namespace));
        }
        boolean isCamunda = ModelElement.CAMUNDA_BPMN.equals(namespace) || ModelElement.CAMUNDA_DMN.equals(namespace);
        if (element.is(CODE_ELEMENTS.toArray(String[]::new))) {
            report.add(element, "safety.script", element.tag());
        } else if (isCamunda && !CAMUNDA_ELEMENTS.contains(element.tag())) {
            report.add(element, "safety.element", element.tag());
        }
        NamedNodeMap attributes = element.node().getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            check(element, (Attr) attributes.item(i), known, report);
        }
        checkCalls(element, element.ownText(), known, report);
    }

    private static void check(ModelElement element, Attr attribute, KnownNames known, Report report) {
        String name = attribute.getLocalName();
        String namespace = attribute.getNamespaceURI();
        if (namespace == null) {
            boolean isFeel = FEEL.contains(attribute.getValue().toLowerCase(Locale.ROOT));
            if (CODE_ATTRIBUTES.contains(name) && !(name.equals("expressionLanguage") && isFeel)) {
                report.add(element, "safety.code", name, attribute.getValue());
            }
        } else if (!NAMESPACES.contains(namespace)) {
            report.add(element, "safety.namespace", attribute.getName(), namespace);
        } else if (namespace.startsWith("http://camunda.org/schema/1.0/") && !CAMUNDA_ATTRIBUTES.contains(name)) {
            report.add(element, "safety.attribute", name, attribute.getValue());
        }
        checkCalls(element, attribute.getValue(), known, report);
    }

    private static void checkCalls(ModelElement element, String text, KnownNames known, Report report) {
        Set<String> calls =
                new LinkedHashSet<>(JuelText.of(text, known.helpers()).calls());
        if (!calls.isEmpty()) {
            report.add(element, "safety.call", text, calls, known.helpers());
        }
    }
}
