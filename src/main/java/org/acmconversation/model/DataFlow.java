package org.acmconversation.model;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
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
import org.acmconversation.model.VariablesNeededByStep.Read;
import org.jspecify.annotations.Nullable;

/** Where a process reads its variables, and which of its steps set them. A step is a flow node outside subprocesses. */
class DataFlow {

    private static final List<String> SETTING_ATTRIBUTES = List.of(
            "resultVariable", "elementVariable", "errorCodeVariable", "errorMessageVariable", "escalationCodeVariable");

    private final ModelElement process;
    private final ModelFiles models;
    private final KnownNames known;
    private final Flow flow;
    private final Paths paths;

    /** Elements that read variables, in document order. */
    private final Map<ModelElement, Set<String>> reads = new LinkedHashMap<>();

    /** The step that each flow node belongs to. */
    private final Map<String, Optional<String>> places = new LinkedHashMap<>();

    private final List<Read> eachRead = new ArrayList<>();
    private final Map<String, Set<String>> setters = new HashMap<>();

    /** The steps that set a variable, and those behind them. */
    private final Map<String, BitSet> afterSetters = new HashMap<>();

    // Read once, since many elements refer to the same.
    private final Map<String, List<FormComponent>> fieldsOfForms = new HashMap<>();
    private final Map<String, Set<String>> inputsOfDecisions = new HashMap<>();
    private final Map<ModelElement, Set<String>> inputParameters = new HashMap<>();

    private @Nullable VariablesNeededByStep needed;

    DataFlow(ModelElement process, ModelFiles models, KnownNames known) {
        this.process = process;
        this.models = models;
        this.known = known;
        this.flow = models.flowIn(process);
        this.paths = new Paths(flow.graph());
        flow.nodes()
                .forEach(step -> set(step)
                        .forEach(name -> setters.computeIfAbsent(name, set -> new HashSet<>())
                                .add(step.id())));
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

    /** Returns the ids of all flow nodes, those of subprocesses included. */
    Collection<String> nodes() {
        return places.keySet();
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
        return place(element)
                .map(step -> paths.contains(afterSetters.computeIfAbsent(name, this::afterSetters), step))
                .orElseGet(() -> !settersOf(name).isEmpty());
    }

    private BitSet afterSetters(String name) {
        BitSet after = paths.bits(settersOf(name));
        settersOf(name).forEach(setter -> after.or(paths.ahead(setter)));
        return after;
    }

    private Set<String> settersOf(String name) {
        return setters.getOrDefault(name, Set.of());
    }

    /**
     * Returns what an instance that waits at an activity may read without setting it first, and where: by variable, the
     * first element that reads it.
     */
    Map<String, ModelElement> neededFrom(String activity) {
        VariablesNeededByStep all = needed;
        if (all == null) {
            List<String> joins = flow.nodes().stream()
                    .filter(join -> join.is("parallelGateway"))
                    .map(ModelElement::id)
                    .toList();
            all = new VariablesNeededByStep(paths, joins, eachRead, setters);
            needed = all;
        }
        return places.getOrDefault(activity, Optional.empty()).map(all::from).orElse(Map.of());
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

    /** Returns the input parameters of the activities around an element, which are visible only inside them. */
    private Set<String> local(ModelElement element) {
        Set<String> names = new HashSet<>();
        Optional<ModelElement> around = Optional.of(element);
        while (around.isPresent()) {
            names.addAll(inputParameters.computeIfAbsent(around.get(), DataFlow::inputParameters));
            around = around.get().parent();
        }
        return names;
    }

    private static Set<String> inputParameters(ModelElement activity) {
        return activity.extensions("inputOutput").stream()
                .flatMap(mapping -> mapping.children().stream())
                .filter(parameter -> parameter.isCamunda("inputParameter"))
                .map(parameter -> parameter.attribute("name"))
                .collect(Collectors.toSet());
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
            fields(element).stream().filter(FormComponent::takesInput).forEach(field -> names.add(field.key()));
        });
        return names;
    }

    private List<FormComponent> fields(ModelElement task) {
        return task.is("userTask")
                ? fieldsOfForms.computeIfAbsent(
                        task.camunda("formRef"),
                        id -> models.forms().stream()
                                .filter(form -> form.id().equals(id))
                                .flatMap(form -> FormComponent.all(form).stream())
                                .toList())
                : List.of();
    }

    /** Returns the variables that an element reads, without its local ones. */
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
            names.addAll(inputsOfDecisions.computeIfAbsent(element.camunda("decisionRef"), this::inputs));
        }
        names.retainAll(known.variables());
        if (!names.isEmpty()) {
            names.removeAll(local(element));
        }
        return names;
    }

    private Set<String> inputs(String id) {
        return models.inDecisions("decision")
                .filter(decision -> decision.id().equals(id))
                .flatMap(ModelElement::descendants)
                .filter(input -> input.is("inputExpression"))
                .flatMap(input -> FeelText.variables(input.text()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> ofBean(ModelElement element, Map<String, Set<String>> variables) {
        String expression = element.isCamunda("executionListener", "taskListener")
                ? element.attribute("delegateExpression")
                : element.camunda("delegateExpression");
        Matcher bean = DelegateRules.BEAN.matcher(expression);
        return bean.matches() ? variables.getOrDefault(bean.group(1), Set.of()) : Set.of();
    }
}
