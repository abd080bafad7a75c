package org.acmconversation.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.acmconversation.engine.model.AllowedBeans;
import org.springframework.stereotype.Component;

/** Finds the variables that models read after a wait state without setting them first. */
@Component
public class ModelVariableNeeds {

    private final ApplicationNames names;
    private final AllowedBeans beans;

    ModelVariableNeeds(ApplicationNames names, AllowedBeans beans) {
        this.names = names;
        this.beans = beans;
    }

    /**
     * A variable that is read.
     *
     * @param file where it is read first
     * @param elementId id to search for in Modeler
     * @param elementName what people call the element; its id if it has no name
     */
    public record Need(String variable, String file, String elementId, String elementName) {}

    /**
     * What the processes of a model set need.
     *
     * @param byPlace by the id of the process, and that of the activity
     */
    public record OfModels(Map<String, Map<String, List<Need>>> byPlace) {

        /** Returns what an instance that waits at an activity needs. */
        public List<Need> from(String process, String activity) {
            return byPlace.getOrDefault(process, Map.of()).getOrDefault(activity, List.of());
        }
    }

    /** @param models models, decisions and forms that have been taken in, by path */
    public OfModels of(Map<String, byte[]> models) {
        KnownNames known = names.known(beans);
        ModelFiles files = ModelFiles.parsed(models);
        Map<String, Map<String, List<Need>>> needs = new HashMap<>();
        files.inProcesses("process").forEach(process -> {
            var flow = new DataFlow(process, files, known);
            Map<String, List<Need>> byActivity = new HashMap<>();
            flow.nodes().forEach(activity -> byActivity.put(activity, needs(flow.neededFrom(activity))));
            needs.put(process.id(), byActivity);
        });
        return new OfModels(needs);
    }

    private static List<Need> needs(Map<String, ModelElement> readers) {
        return readers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(needed -> need(needed.getKey(), needed.getValue()))
                .toList();
    }

    private static Need need(String variable, ModelElement reader) {
        return new Need(variable, reader.file(), reader.id(), reader.name().isEmpty() ? reader.id() : reader.name());
    }
}
