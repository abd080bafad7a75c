package org.acmconversation.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Forms, decisions, called processes, messages, errors and escalations that a model names exist. */
class ReferenceRules implements ModelRule {

    @Override
    public void check(ModelFiles models, KnownNames known, Report report) {
        List<String> processes = ids(models.inProcesses("process"));
        List<String> decisions = ids(models.inDecisions("decision"));
        List<String> forms =
                models.forms().stream().map(ModelFiles.FormFile::id).toList();

        checkUnique(models.inProcesses("process"), report);
        checkUnique(models.inDecisions("decision"), report);
        models.inProcesses("userTask").forEach(task -> checkForm(task, forms, report));
        models.inProcesses("callActivity")
                .forEach(call -> checkNamed(call, call.attribute("calledElement"), processes, "process", report));
        models.inProcesses("businessRuleTask")
                .filter(task -> task.camunda("delegateExpression").isEmpty())
                .forEach(task -> checkDecision(task, decisions, report));
        models.bpmn().forEach(file -> {
            checkDefined(file, "message", "name", report);
            checkDefined(file, "error", "errorCode", report);
            checkDefined(file, "escalation", "escalationCode", report);
            checkDefined(file, "signal", "name", report);
        });
        models.inProcesses("message")
                .filter(message -> !message.attribute("name").isEmpty()
                        && !ConversationModel.Message.ALL.contains(message.attribute("name")))
                .forEach(message -> report.add(message, "reference.message", ConversationModel.Message.ALL));
    }

    private static List<String> ids(Stream<ModelElement> elements) {
        return elements.map(ModelElement::id).toList();
    }

    private static void checkUnique(Stream<ModelElement> elements, Report report) {
        Set<String> seen = new HashSet<>();
        elements.filter(element -> !seen.add(element.id()))
                .forEach(element -> report.add(element, "reference.duplicate", element.id()));
    }

    private static void checkForm(ModelElement task, Collection<String> forms, Report report) {
        checkNamed(task, task.camunda("formRef"), forms, "form", report);
        if (!task.camunda("formRefBinding").equals("deployment")) {
            report.add(task, "reference.form.binding");
        }
    }

    private static void checkDecision(ModelElement task, Collection<String> decisions, Report report) {
        checkNamed(task, task.camunda("decisionRef"), decisions, "decision", report);
        if (task.camunda("resultVariable").isEmpty()) {
            report.add(task, "reference.decision.result");
        }
    }

    /** An expression counts as unknown: nobody could tell beforehand whether what it yields exists. */
    private static void checkNamed(
            ModelElement element, String name, Collection<String> existing, String kind, Report report) {
        if (name.isEmpty()) {
            report.add(element, "reference." + kind + ".missing", existing);
        } else if (!existing.contains(name)) {
            report.add(element, "reference." + kind, name, existing);
        }
    }

    /**
     * Event definitions refer to a definition of their file, which says what the engine compares.
     *
     * @param compared attribute of the definition
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
