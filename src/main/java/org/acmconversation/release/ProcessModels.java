package org.acmconversation.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acmconversation.model.ModelElement;
import org.acmconversation.model.ModelFiles;

/** The processes of a model set, with what each of them uses. */
class ProcessModels {

    private final ModelSet set;
    private final Map<String, ModelElement> processes = new HashMap<>();
    /** By process and id; read once, since each lookup would read the whole process. */
    private final Map<String, Map<String, ModelElement>> elements = new HashMap<>();

    private final Map<String, String> forms = new HashMap<>();
    private final Map<String, String> decisions = new HashMap<>();

    ProcessModels(ModelSet set) {
        this.set = set;
        ModelFiles files = ModelFiles.parsed(set.models());
        files.inProcesses("process").forEach(process -> processes.put(process.id(), process));
        files.forms().forEach(form -> forms.put(form.id(), form.name()));
        files.inDecisions("decision").forEach(decision -> decisions.put(decision.id(), decision.file()));
    }

    /** Whether the other set has the same process, with the same forms, decisions and called processes. */
    boolean isSame(String process, ProcessModels other) {
        SortedMap<String, byte[]> own = used(process);
        SortedMap<String, byte[]> others = other.used(process);
        return own.keySet().equals(others.keySet())
                && own.entrySet().stream().allMatch(file -> Arrays.equals(file.getValue(), others.get(file.getKey())));
    }

    /** Returns the content of all files that a process uses, by what they define. */
    private SortedMap<String, byte[]> used(String process) {
        SortedMap<String, byte[]> used = new TreeMap<>();
        collect(process, used);
        return used;
    }

    private void collect(String id, SortedMap<String, byte[]> used) {
        ModelElement process = processes.get(id);
        if (process == null || used.containsKey("process " + id)) {
            return;
        }
        used.put("process " + id, set.files().get(process.file()));
        process.descendants().forEach(element -> {
            add("form ", element.camunda("formRef"), forms, used);
            add("decision ", element.camunda("decisionRef"), decisions, used);
            if (element.is("callActivity")) {
                collect(element.attribute("calledElement"), used);
            }
        });
    }

    private void add(String kind, String id, Map<String, String> files, SortedMap<String, byte[]> used) {
        String file = files.get(id);
        if (file != null) {
            used.put(kind + id, set.files().get(file));
        }
    }

    /**
     * Whether a token can stay at an activity. The engine requires the same type, the same enclosing subprocesses, and
     * the same multi-instance and asynchronous settings.
     */
    boolean isSamePlace(ProcessModels source, String process, String activity) {
        return isSameKind(source, process, activity, activity)
                && source.element(process, activity)
                        .map(ProcessModels::scopes)
                        .equals(element(process, activity).map(ProcessModels::scopes));
    }

    /** Whether a token can go from an activity of another model to one of this. */
    boolean isSameKind(ProcessModels source, String process, String from, String to) {
        Optional<ModelElement> old = source.element(process, from);
        Optional<ModelElement> now = element(process, to);
        return old.isPresent() && now.isPresent() && kind(old.get()).equals(kind(now.get()));
    }

    /** Returns the activities to which a token at an activity of another model can go, within the same subprocesses. */
    List<UnmappedActivity.Target> targets(ProcessModels source, String process, String activity) {
        return source.element(process, activity)
                .map(old -> elements(process).values().stream()
                        .filter(now -> now.isActivity()
                                && kind(now).equals(kind(old))
                                && scopes(now).equals(scopes(old)))
                        .map(now -> new UnmappedActivity.Target(now.id(), name(now)))
                        .toList())
                .orElse(List.of());
    }

    /** Returns what people call a process. */
    String nameOf(String process) {
        ModelElement model = processes.get(process);
        return model == null ? process : name(model);
    }

    /** Returns what people call an activity. */
    String nameOf(String process, String activity) {
        return element(process, activity).map(ProcessModels::name).orElse(activity);
    }

    /** Returns the ids of an activity and of the events at its boundary. */
    Set<String> with(String process, String activity) {
        return Stream.concat(
                        Stream.of(activity),
                        elements(process).values().stream()
                                .filter(event -> event.is("boundaryEvent")
                                        && event.attribute("attachedToRef").equals(activity))
                                .map(ModelElement::id))
                .collect(Collectors.toSet());
    }

    /** Whether a file is the form of an activity. */
    boolean isFormOf(String process, String activity, String path) {
        return element(process, activity)
                .map(task -> forms.get(task.camunda("formRef")))
                .filter(path::equals)
                .isPresent();
    }

    private static String name(ModelElement element) {
        return element.name().isEmpty() ? element.id() : element.name();
    }

    private Optional<ModelElement> element(String process, String id) {
        return Optional.ofNullable(elements(process).get(id));
    }

    /** Returns the flow nodes of a process, those of its subprocesses included. */
    private Map<String, ModelElement> elements(String process) {
        return elements.computeIfAbsent(
                process,
                id -> Stream.ofNullable(processes.get(id))
                        .flatMap(ModelElement::descendants)
                        .filter(ModelElement::isFlowNode)
                        .collect(Collectors.toMap(
                                ModelElement::id, element -> element, (one, other) -> one, LinkedHashMap::new)));
    }

    private static List<String> scopes(ModelElement element) {
        List<String> scopes = new ArrayList<>();
        for (Optional<ModelElement> scope = element.parent();
                scope.filter(ModelElement::isActivity).isPresent();
                scope = scope.get().parent()) {
            scopes.add(kind(scope.get()) + scope.get().id());
        }
        return scopes;
    }

    private static String kind(ModelElement element) {
        String loop = element.child("multiInstanceLoopCharacteristics")
                .map(repeated ->
                        "repeated " + repeated.attribute("isSequential").equals("true"))
                .orElse("once");
        String definition = element.children().stream()
                .map(ModelElement::tag)
                .filter(tag -> tag.endsWith("EventDefinition"))
                .findFirst()
                .orElse("");
        boolean waitsInJob = !element.is("userTask");
        return String.join(
                " ",
                element.tag(),
                loop,
                definition,
                waitsInJob ? element.camunda("asyncBefore") : "",
                waitsInJob ? element.camunda("asyncAfter") : "");
    }
}
