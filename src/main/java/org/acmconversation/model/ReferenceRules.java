package org.acmconversation.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.acmconversation.model.ConversationModel.Escalation;

/** Forms, decisions, called processes, messages, errors and escalations that a model refers to exist. */
class ReferenceRules implements ModelRule {

    /** Passes the engagement on to a called process. */
    private static final Pattern BUSINESS_KEY = Pattern.compile("[$#]\\{\\s*execution\\.processBusinessKey\\s*}");

    @Override
    public void check(ModelFiles models, KnownNames known, Report report) {
        // Once, since each lookup reads all files.
        List<ModelElement> processes = models.inProcesses("process").toList();
        List<ModelElement> decisions = models.inDecisions("decision").toList();
        checkUnique(processes, report);
        checkUnique(decisions, report);
        models.inProcesses("userTask").forEach(task -> checkForm(task, models, report));
        models.inProcesses("callActivity").forEach(call -> checkCall(call, processes, models, report));
        models.inProcesses("businessRuleTask")
                .filter(task -> task.camunda("delegateExpression").isEmpty())
                .forEach(task -> checkDecision(task, decisions, models, report));
        models.bpmn().forEach(file -> {
            checkDefined(file, "message", "name", report);
            checkDefined(file, "error", "errorCode", report);
            checkDefined(file, "escalation", "escalationCode", report);
        });
        models.inProcesses()
                .filter(element ->
                        element.children("signalEventDefinition").findAny().isPresent())
                .forEach(event -> report.add(event, "reference.signal"));
        models.inProcesses("message")
                .filter(message -> !message.attribute("name").isEmpty()
                        && !ConversationModel.Message.ALL.contains(message.attribute("name")))
                .forEach(message -> report.add(message, "reference.message", ConversationModel.Message.ALL));
        checkCodes(models.inProcesses("error"), "error", ConversationModel.ErrorCode.FTOP_REFUSED, report);
        checkCodes(models.inProcesses("escalation"), "escalation", Escalation.TASK_OVERDUE, report);
    }

    private static void checkCodes(Stream<ModelElement> definitions, String kind, String known, Report report) {
        definitions
                .filter(definition -> !Set.of("", known).contains(definition.attribute(kind + "Code")))
                .forEach(definition ->
                        report.add(definition, "reference." + kind, definition.attribute(kind + "Code"), known));
    }

    private static List<String> ids(Stream<ModelElement> elements) {
        return elements.map(ModelElement::id).toList();
    }

    private static void checkUnique(List<ModelElement> elements, Report report) {
        Map<String, ModelElement> known = new HashMap<>();
        elements.forEach(element -> {
            ModelElement other = known.putIfAbsent(element.id(), element);
            if (other != null) {
                report.add(element, "reference.duplicate", element.id(), other.file());
            }
        });
    }

    private static void checkForm(ModelElement task, ModelFiles models, Report report) {
        List<String> forms =
                models.forms().stream().map(ModelFiles.FormFile::id).toList();
        String form = task.camunda("formRef");
        checkNamed(task, form, forms, "form", report);
        if (!task.camunda("formRefBinding").equals("deployment")) {
            report.add(task, "reference.form.binding");
        } else if (forms.contains(form)
                && models.isDeployed(task.file())
                && models.forms().stream()
                        .noneMatch(file -> file.id().equals(form) && models.isDeployed(file.name()))) {
            report.add(task, "reference.form.apart", form);
        }
    }

    private static void checkCall(ModelElement call, List<ModelElement> processes, ModelFiles models, Report report) {
        String process = call.attribute("calledElement");
        checkNamed(call, process, ids(processes.stream()), "process", report);
        checkBinding(call, "calledElementBinding", report);
        checkTogether(call, process, processes, "process", models, report);
        if (call.extensions("in").stream()
                .noneMatch(mapping ->
                        BUSINESS_KEY.matcher(mapping.attribute("businessKey")).matches())) {
            report.add(call, "reference.process.businessKey");
        }
    }

    private static void checkDecision(
            ModelElement task, List<ModelElement> decisions, ModelFiles models, Report report) {
        checkNamed(task, task.camunda("decisionRef"), ids(decisions.stream()), "decision", report);
        checkBinding(task, "decisionRefBinding", report);
        checkTogether(task, task.camunda("decisionRef"), decisions, "decision", models, report);
        if (task.camunda("resultVariable").isEmpty()) {
            report.add(task, "reference.decision.result");
        }
        decisions.stream()
                .filter(decision -> decision.id().equals(task.camunda("decisionRef")))
                .flatMap(decision -> decision.children("decisionTable"))
                .forEach(table -> checkMapping(task, table, report));
    }

    /** The result mapping fits the hit policy: a single value or a list of rows. */
    private static void checkMapping(ModelElement task, ModelElement table, Report report) {
        boolean isSingle = !DecisionRules.LISTS.contains(DecisionRules.hitPolicy(table));
        boolean hasOneOutput = table.children("output").count() == 1;
        String fitting = isSingle ? hasOneOutput ? "singleEntry" : "singleResult" : "resultList";
        String mapping = task.camunda("mapDecisionResult");
        if (!(mapping.isEmpty() ? "resultList" : mapping).equals(fitting)) {
            report.add(task, "reference.decision.mapping", fitting);
        }
    }

    /** Any other binding would mix the versions of a release with those of a later one. */
    private static void checkBinding(ModelElement element, String attribute, Report report) {
        if (!element.camunda(attribute).equals("deployment")) {
            report.add(element, "reference.binding", element.camunda(attribute));
        }
    }

    /** With the binding "deployment", the engine finds only what is deployed together. */
    private static void checkTogether(
            ModelElement element,
            String name,
            List<ModelElement> defined,
            String kind,
            ModelFiles models,
            Report report) {
        List<ModelElement> named = defined.stream()
                .filter(definition -> definition.id().equals(name))
                .toList();
        if (!named.isEmpty()
                && models.isDeployed(element.file())
                && named.stream().noneMatch(definition -> models.isDeployed(definition.file()))) {
            report.add(element, "reference.%s.apart".formatted(kind), name);
        }
    }

    /** An expression is reported as unknown, since its value cannot be checked statically. */
    private static void checkNamed(
            ModelElement element, String name, Collection<String> existing, String kind, Report report) {
        if (name.isEmpty()) {
            report.add(element, "reference." + kind + ".missing", existing);
        } else if (!existing.contains(name)) {
            report.add(element, "reference." + kind, name, existing);
        }
    }

    /**
     * Event definitions refer to a definition in the same file, which has the value that the engine compares.
     *
     * @param compared the definition's attribute that the engine compares
     */
    private static void checkDefined(ModelElement file, String kind, String compared, Report report) {
        List<ModelElement> definitions = new ArrayList<>(file.children(kind).toList());
        definitions.removeIf(definition -> definition.attribute(compared).isEmpty());
        List<String> ids = ids(definitions.stream());
        List<String> names = definitions.stream()
                .map(definition -> definition.attribute(compared))
                .toList();
        file.descendants()
                .filter(element ->
                        element.is(kind + "EventDefinition") || element.is("receiveTask") && kind.equals("message"))
                .filter(element -> !ids.contains(element.attribute(kind + "Ref")))
                .forEach(element -> report.add(element, "reference." + kind + ".undefined", names));
    }
}
