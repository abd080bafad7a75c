package org.acmconversation.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.acmconversation.engine.AllowedBeans;
import org.springframework.stereotype.Component;

/** Says which variables models read after a place where an instance waits, and do not set before they read them. */
@Component
public class VariableNeeds {

    private final ApplicationNames names;
    private final AllowedBeans beans;

    VariableNeeds(ApplicationNames names, AllowedBeans beans) {
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

    /** What the processes of a model set need. */
    public static class OfModels {

        private final Map<String, DataFlow> processes = new HashMap<>();

        private OfModels(ModelFiles models, KnownNames known) {
            models.inProcesses("process")
                    .forEach(process -> processes.put(process.id(), new DataFlow(process, models, known)));
        }

        /** Returns what an instance that waits at an activity needs, by variable. */
        public List<Need> from(String process, String activity) {
            DataFlow flow = processes.get(process);
            return flow == null
                    ? List.of()
                    : flow.neededFrom(activity).entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(needed -> need(needed.getKey(), needed.getValue()))
                            .toList();
        }

        private static Need need(String variable, ModelElement reader) {
            return new Need(
                    variable, reader.file(), reader.id(), reader.name().isEmpty() ? reader.id() : reader.name());
        }
    }

    /** @param models models, decisions and forms that have been taken in, by path */
    public OfModels of(Map<String, byte[]> models) {
        return new OfModels(ModelFiles.parsed(models), names.known(beans));
    }
}
