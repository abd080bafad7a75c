package org.acmconversation.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
 * Where a process reads its variables, and which of its steps set them. A step is a flow node outside sub-processes.
 */
class DataFlow {

    private static final List<String> SETTING_ATTRIBUTES = List.of(
            "resultVariable", "elementVariable", "errorCodeVariable", "errorMessageVariable", "escalationCodeVariable");

    private final ModelElement process;
    private final ModelFiles models;
    private final KnownNames known;
    private final Map<String, ModelElement> steps;

    /** Elements that read variables, in document order. */
    private final Map<ModelElement, Set<String>> reads = new LinkedHashMap<>();

    /** The step that each flow node belongs to. */
    private final Map<String, Optional<String>> places = new HashMap<>();

    private final List<Read> eachRead = new ArrayList<>();
    private final Map<String, List<String>> next = new HashMap<>();
    private final Map<String, Set<String>> setters = new HashMap<>();

    /** In bits, since in a chain of thousands of steps each has all later ones ahead. */
    private final Map<String, BitSet> ahead = new HashMap<>();

    private final Map<String, Integer> numbers = new HashMap<>();

    /** @param place step that the element belongs to; empty if it can be reached at any time */
    private record Read(String name, Optional<String> place, ModelElement element) {}

    DataFlow(ModelElement process, ModelFiles models, KnownNames known) {
        this.process = process;
        this.models = models;
        this.known = known;
        this.steps = process.children().stream()
                .filter(ModelElement::isFlowNode)
                .collect(Collectors.toMap(ModelElement::id, step -> step, (a, b) -> a));
        steps.forEach((id, step) -> {
            numbers.put(id, numbers.size());
            Set<String> names = set(step);
            names.forEach(name ->
                    setters.computeIfAbsent(name, set -> new HashSet<>()).add(id));
            next.put(id, FlowRules.next(step, steps).map(ModelElement::id).toList());
        });
        steps.keySet().forEach(id -> ahead.put(id, bits(reached(next.getOrDefault(id, List.of()), Set.of()))));
        process.descendants().forEach(element -> {
            Set<String> names = read(element);
            if (!names.isEmpty()) {
                reads.put(element, names);
                Optional<String> place = place(element);
                names.forEach(name -> eachRead.add(new Read(name, place, element)));
            }
            if (element.isFlowNode()) {
                places.putIfAbsent(element.id(), place(element));
            }
        });
    }

    private BitSet bits(Set<String> reached) {
        var bits = new BitSet(numbers.size());
        reached.forEach(step -> bits.set(numbers.getOrDefault(step, numbers.size())));
        return bits;
    }

    /** Returns the steps that are reachable from some, these included, without a way through others. */
    private Set<String> reached(Collection<String> from, Set<String> closed) {
        Set<String> reached = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            String step = open.pop();
            if (!closed.contains(step) && reached.add(step)) {
                open.addAll(next.getOrDefault(step, List.of()));
            }
        }
        return reached;
    }

    /** Returns the ids of all flow nodes, those of sub-processes included. */
    List<String> nodes() {
        return process.descendants()
                .filter(ModelElement::isFlowNode)
                .map(ModelElement::id)
                .toList();
    }

    /** Returns the elements that read variables, and which. */
    Map<ModelElement, Set<String>> reads() {
        return reads;
    }

    /**
     * Whether a step before an element sets a variable; for an element that can be reached at any time, whether any
     * step does.
     */
    boolean isSetBefore(String name, ModelElement element) {
        Optional<String> place = place(element);
        return settersOf(name).stream()
                .anyMatch(step -> place.isEmpty() || place.get().equals(step) || isAhead(step, place.get()));
    }

    private Set<String> settersOf(String name) {
        return setters.getOrDefault(name, Set.of());
    }

    private boolean isAhead(String from, String to) {
        Integer number = numbers.get(to);
        BitSet reached = ahead.get(from);
        return number != null && reached != null && reached.get(number);
    }

    /**
     * Returns what an instance that waits at an activity may read without setting it first, and where: by variable, the
     * first element that reads it.
     */
    Map<String, ModelElement> neededFrom(String activity) {
        Map<String, ModelElement> needed = new HashMap<>();
        Map<String, Set<String>> reached = new HashMap<>();
        places.getOrDefault(activity, Optional.empty()).ifPresent(step -> {
            for (Read read : eachRead) {
                if (!needed.containsKey(read.name())
                        && isRead(
                                read,
                                step,
                                reached.computeIfAbsent(
                                        read.name(), name -> reached(List.of(step), settersOf(name))))) {
                    needed.put(read.name(), read.element().subject());
                }
            }
        });
        return needed;
    }

    /**
     * Whether a way leads from a step to an element that sets a variable neither on it nor beside it.
     *
     * @param reached from the step without a way through those that set it
     */
    private boolean isRead(Read read, String from, Set<String> reached) {
        Set<String> setters = settersOf(read.name());
        return read.place().isEmpty()
                ? setters.stream().noneMatch(setter -> setter.equals(from) || isAhead(from, setter))
                : reached.contains(read.place().get())
                        && setters.stream()
                                .noneMatch(setter ->
                                        isJoined(setter, from, read.place().get()));
    }

    /** Whether two steps are on parallel ways that meet before a third. */
    private boolean isJoined(String one, String other, String before) {
        return !isAhead(one, other)
                && !isAhead(other, one)
                && steps.values().stream()
                        .filter(join -> join.is("parallelGateway"))
                        .map(ModelElement::id)
                        .anyMatch(join -> isAhead(one, join)
                                && isAhead(other, join)
                                && (join.equals(before) || isAhead(join, before)));
    }

    /** Returns the step that an element belongs to; for a sequence flow, its source. */
    private Optional<String> place(ModelElement element) {
        Optional<ModelElement> around = Optional.of(element);
        while (around.isPresent() && !around.get().parent().equals(Optional.of(process))) {
            around = around.get().parent();
        }
        return around.filter(step -> !step.attribute("triggeredByEvent").equals("true"))
                .map(step -> step.is("sequenceFlow") ? step.attribute("sourceRef") : step.id());
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

    private Set<String> set(ModelElement step) {
        Set<String> names = new HashSet<>();
        Stream.concat(Stream.of(step), step.descendants()).forEach(element -> {
            SETTING_ATTRIBUTES.forEach(attribute -> names.add(element.camunda(attribute)));
            if (element.isCamunda("outputParameter")) {
                names.add(element.attribute("name"));
            } else if (element.isCamunda("out")) {
                names.add(element.attribute("target"));
            }
            names.addAll(ofBean(element, known.writes()));
            fields(element).filter(FormComponent::takesInput).forEach(field -> names.add(field.key()));
        });
        return names;
    }

    private Stream<FormComponent> fields(ModelElement task) {
        return models.forms().stream()
                .filter(form -> task.is("userTask") && form.id().equals(task.camunda("formRef")))
                .flatMap(form -> FormComponent.all(form).stream());
    }

    /** Returns the variables that an element reads, but for what only it has. */
    private Set<String> read(ModelElement element) {
        Set<String> names = new LinkedHashSet<>(
                VariableRules.inExpressions(element, known.helpers().keySet()));
        names.add(element.camunda("collection"));
        if (element.isCamunda("in")) {
            names.add(element.attribute("source"));
        }
        names.addAll(ofBean(element, known.reads()));
        fields(element).forEach(field -> VariableRules.addUsed(names, field.json()));
        Variable.OF_EACH_FORM.forEach(names::remove);
        if (element.is("businessRuleTask")) {
            models.inDecisions("decision")
                    .filter(decision -> decision.id().equals(element.camunda("decisionRef")))
                    .flatMap(ModelElement::descendants)
                    .filter(input -> input.is("inputExpression"))
                    .forEach(input -> names.addAll(FeelText.variables(input.text())));
        }
        names.retainAll(known.variables());
        names.removeAll(local(element));
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
