package org.acmconversation.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acmconversation.model.ConversationModel.Variable;

/**
 * Each variable that a process reads has been set before: at the start, by a form, a decision, a delegate or the
 * caller.
 */
class DataFlowRules implements ModelRule {

    private static final List<String> SETTING_ATTRIBUTES = List.of(
            "resultVariable", "elementVariable", "errorCodeVariable", "errorMessageVariable", "escalationCodeVariable");

    @Override
    public void check(ModelFiles models, KnownNames known, Report report) {
        models.inProcesses("process").forEach(process -> {
            Map<String, Set<String>> setAt = setAt(process, models, known);
            Map<String, Set<String>> ahead = ahead(process);
            List<ModelElement> calls = models.inProcesses("callActivity")
                    .filter(call -> call.attribute("calledElement").equals(process.id()))
                    .toList();
            List<String> fromStart =
                    process.id().equals(ConversationModel.PROCESS) ? Variable.OF_AN_ENGAGEMENT : List.of();
            Set<String> passed =
                    calls.stream().flatMap(call -> targets(call, "in")).collect(Collectors.toSet());
            process.descendants()
                    .forEach(element -> read(element, models, known).stream()
                            .filter(name -> known.variables().contains(name)
                                    && !fromStart.contains(name)
                                    && !isSetBefore(name, place(element, process), setAt, ahead)
                                    && !local(element).contains(name))
                            .forEach(name -> {
                                if (!passed.contains(name)) {
                                    report.add(element, "variable.unset", name);
                                }
                                calls.stream()
                                        .filter(call -> passed.contains(name)
                                                && targets(call, "in").noneMatch(name::equals))
                                        .forEach(call -> report.add(call, "variable.notPassed", name, process.id()));
                            }));
        });
    }

    /**
     * Whether a preceding step sets the variable; for a place that can be reached at any time, whether any step does.
     */
    private static boolean isSetBefore(
            String name, Optional<String> place, Map<String, Set<String>> setAt, Map<String, Set<String>> ahead) {
        return setAt.entrySet().stream()
                .filter(step -> step.getValue().contains(name))
                .map(Map.Entry::getKey)
                .anyMatch(step -> place.isEmpty()
                        || place.get().equals(step)
                        || ahead.getOrDefault(step, Set.of()).contains(place.get()));
    }

    /** Returns the step that an element belongs to; for a sequence flow, its source. */
    private static Optional<String> place(ModelElement element, ModelElement process) {
        Optional<ModelElement> around = Optional.of(element);
        while (around.isPresent() && !around.get().parent().equals(Optional.of(process))) {
            around = around.get().parent();
        }
        return around.filter(step -> !step.attribute("triggeredByEvent").equals("true"))
                .map(step -> step.is("sequenceFlow") ? step.attribute("sourceRef") : step.id());
    }

    private static Map<String, Set<String>> setAt(ModelElement process, ModelFiles models, KnownNames known) {
        return steps(process)
                .collect(Collectors.toMap(ModelElement::id, step -> set(step, models, known), (a, b) -> a));
    }

    private static Map<String, Set<String>> ahead(ModelElement process) {
        Map<String, ModelElement> byId =
                steps(process).collect(Collectors.toMap(ModelElement::id, step -> step, (a, b) -> a));
        Map<String, Set<String>> ahead = new HashMap<>();
        byId.forEach((id, step) -> {
            Set<String> reached = new HashSet<>();
            FlowRules.next(step, byId).forEach(next -> FlowRules.reach(next, byId, reached, node -> true));
            ahead.put(id, reached);
        });
        return ahead;
    }

    private static Stream<ModelElement> steps(ModelElement process) {
        return process.children().stream().filter(ModelElement::isFlowNode);
    }

    private static Stream<String> targets(ModelElement call, String tag) {
        return call.extensions(tag).stream().map(mapping -> mapping.attribute("target"));
    }

    /** Returns the input parameters of an activity, which are visible only inside it. */
    private static Set<String> local(ModelElement element) {
        Set<String> names = new HashSet<>();
        Optional<ModelElement> around = Optional.of(element);
        while (around.isPresent()) {
            around.get().extensions("inputOutput").stream()
                    .flatMap(mapping -> mapping.children().stream())
                    .filter(parameter -> parameter.isCamunda("inputParameter"))
                    .forEach(parameter -> names.add(parameter.attribute("name")));
            around = around.get().parent();
        }
        return names;
    }

    private static Set<String> set(ModelElement step, ModelFiles models, KnownNames known) {
        Set<String> names = new HashSet<>();
        Stream.concat(Stream.of(step), step.descendants()).forEach(element -> {
            SETTING_ATTRIBUTES.forEach(attribute -> names.add(element.camunda(attribute)));
            if (element.isCamunda("outputParameter")) {
                names.add(element.attribute("name"));
            } else if (element.isCamunda("out")) {
                names.add(element.attribute("target"));
            }
            names.addAll(ofBean(element, known.writes()));
            fields(element, models).filter(FormComponent::takesInput).forEach(field -> names.add(field.key()));
        });
        return names;
    }

    private static Stream<FormComponent> fields(ModelElement task, ModelFiles models) {
        return models.forms().stream()
                .filter(form -> task.is("userTask") && form.id().equals(task.camunda("formRef")))
                .flatMap(form -> FormComponent.all(form).stream());
    }

    private static Set<String> read(ModelElement element, ModelFiles models, KnownNames known) {
        Set<String> names = new LinkedHashSet<>(
                VariableRules.inExpressions(element, known.helpers().keySet()));
        names.add(element.camunda("collection"));
        if (element.isCamunda("in")) {
            names.add(element.attribute("source"));
        }
        names.addAll(ofBean(element, known.reads()));
        fields(element, models).forEach(field -> VariableRules.addUsed(names, field.json()));
        Variable.OF_EACH_FORM.forEach(names::remove);
        if (element.is("businessRuleTask")) {
            models.inDecisions("decision")
                    .filter(decision -> decision.id().equals(element.camunda("decisionRef")))
                    .flatMap(ModelElement::descendants)
                    .filter(input -> input.is("inputExpression"))
                    .forEach(input -> names.addAll(FeelText.variables(input.text())));
        }
        return names;
    }

    private static Set<String> ofBean(ModelElement element, Map<String, Set<String>> variables) {
        String expression = element.isCamunda("executionListener", "taskListener")
                ? element.attribute("delegateExpression")
                : element.camunda("delegateExpression");
        Matcher bean = DelegateRules.BEAN.matcher(expression);
        return bean.matches() ? variables.getOrDefault(bean.group(1), Set.of()) : Set.of();
    }
}
