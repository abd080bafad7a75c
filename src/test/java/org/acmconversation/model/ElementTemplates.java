package org.acmconversation.model;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.acmconversation.model.ConversationModel.CandidateGroup;
import org.acmconversation.model.ConversationModel.Variable;

/**
 * Element templates for Camunda Modeler, generated from the code. Templates can set neither retry cycles nor task and
 * execution listeners, so the descriptions mention them.
 */
class ElementTemplates {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("element-templates", Locale.ROOT);

    private static final String SCHEMA =
            "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";
    private static final String RETRIES = "PT10S,PT1M,PT5M,PT30M,PT2H";

    private final ModelFiles models;
    private final KnownNames known;

    ElementTemplates(ModelFiles models, KnownNames known) {
        this.models = models;
        this.known = known;
    }

    /** Returns the templates by file name. */
    Map<String, List<Map<String, Object>>> files() {
        Map<String, List<Map<String, Object>>> files = new TreeMap<>();
        files.put("service-tasks.json", serviceTasks());
        files.put("user-tasks.json", userTasks());
        files.put("end-events.json", endEvents());
        files.put("call-activities.json", callActivities());
        return files;
    }

    private static String text(String key, Object... arguments) {
        String text = TEXTS.getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(arguments);
    }

    private List<Map<String, Object>> serviceTasks() {
        List<Map<String, Object>> templates = new ArrayList<>();
        Collection<String> beans = new TreeSet<>(known.delegates());
        // Classes within tests are on the class path, too.
        beans.removeIf(bean -> bean.contains("."));
        for (String bean : beans) {
            List<Map<String, Object>> properties = new ArrayList<>();
            properties.add(hidden("${%s}".formatted(bean), property("camunda:delegateExpression")));
            boolean isRemote = known.remoteDelegates().contains(bean);
            if (isRemote) {
                properties.add(hidden(true, property("camunda:asyncBefore")));
            }
            if (known.reads().getOrDefault(bean, Set.of()).contains(Variable.CATALOG_ID)) {
                Map<String, Object> input = shown(
                        "String",
                        text("input.catalogId"),
                        null,
                        Map.of("type", "camunda:inputParameter", "name", Variable.CATALOG_ID));
                input.put("description", text("input.catalogId.description"));
                input.put("optional", true);
                properties.add(input);
            }
            String description = text(bean + ".description");
            templates.add(template(
                    "acm." + bean,
                    text(bean),
                    isRemote ? description + " " + text("retries", RETRIES) : description,
                    "bpmn:ServiceTask",
                    properties));
        }
        return templates;
    }

    private List<Map<String, Object>> userTasks() {
        Map<String, Object> form = shown("Dropdown", text("userTask.form"), null, property("camunda:formRef"));
        form.put(
                "choices",
                choices(models.forms().stream().map(ModelFiles.FormFile::id).toList()));
        form.put("constraints", Map.of("notEmpty", true));
        Map<String, Object> groups =
                shown("Dropdown", text("userTask.groups"), null, property("camunda:candidateGroups"));
        groups.put("choices", choices(groups()));
        groups.put("constraints", Map.of("notEmpty", true));
        Map<String, Object> due = shown("String", text("userTask.dueDate"), "P5D", property("camunda:dueDate"));
        due.put("description", text("userTask.dueDate.description"));
        due.put("constraints", Map.of("notEmpty", true));
        return List.of(template(
                "acm.userTask",
                text("userTask"),
                text("userTask.description"),
                "bpmn:UserTask",
                List.of(
                        form,
                        hidden("deployment", property("camunda:formRefBinding")),
                        groups,
                        due,
                        shown("String", text("userTask.priority"), "50", property("camunda:priority")))));
    }

    /** Each group, and the combinations that the models have. */
    private Collection<String> groups() {
        Collection<String> groups = new TreeSet<>(CandidateGroup.ALL);
        models.inProcesses("userTask")
                .map(task -> task.camunda("candidateGroups"))
                .forEach(groups::add);
        return groups;
    }

    private List<Map<String, Object>> endEvents() {
        return new TreeSet<>(known.outcomes())
                .stream()
                        .map(outcome -> template(
                                "acm.end." + outcome,
                                text("endEvent", text(outcome)),
                                text("endEvent.description", outcome),
                                "bpmn:EndEvent",
                                List.of(hidden(
                                        outcome,
                                        Map.of(
                                                "type",
                                                "camunda:property",
                                                "name",
                                                ConversationModel.OUTCOME_PROPERTY)))))
                        .toList();
    }

    /** Taken from the first call in the models. */
    private List<Map<String, Object>> callActivities() {
        Map<String, ModelElement> calls = new TreeMap<>();
        models.inProcesses("callActivity").forEach(call -> calls.putIfAbsent(call.attribute("calledElement"), call));
        List<Map<String, Object>> templates = new ArrayList<>();
        calls.forEach((process, call) -> {
            List<Map<String, Object>> properties = new ArrayList<>();
            properties.add(hidden(process, property("calledElement")));
            properties.add(hidden("deployment", property("camunda:calledElementBinding")));
            call.extensions("in").forEach(in -> properties.add(mapping(in)));
            templates.add(template(
                    "acm.call." + process,
                    text("call", name(process)),
                    text("call.description", process),
                    "bpmn:CallActivity",
                    properties));
        });
        return templates;
    }

    private static Map<String, Object> mapping(ModelElement in) {
        if (!in.attribute("businessKey").isEmpty()) {
            return hidden(in.attribute("businessKey"), Map.of("type", "camunda:in:businessKey"));
        }
        Map<String, Object> binding = new LinkedHashMap<>();
        binding.put("type", "camunda:in");
        binding.put("target", in.attribute("target"));
        boolean isExpression = !in.attribute("sourceExpression").isEmpty();
        if (isExpression) {
            binding.put("expression", true);
        }
        return shown(
                "String",
                text("call.input", in.attribute("target")),
                in.attribute(isExpression ? "sourceExpression" : "source"),
                binding);
    }

    private String name(String process) {
        return models.inProcesses("process")
                .filter(each -> each.id().equals(process))
                .map(ModelElement::name)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> template(
            String id, String name, String description, String element, List<Map<String, Object>> properties) {
        Map<String, Object> template = new LinkedHashMap<>();
        template.put("$schema", SCHEMA);
        template.put("name", name);
        template.put("id", id);
        template.put("description", description);
        template.put("appliesTo", List.of(element));
        template.put("entriesVisible", true);
        template.put("properties", properties);
        return template;
    }

    private static Map<String, Object> property(String name) {
        return Map.of("type", "property", "name", name);
    }

    private static Map<String, Object> hidden(Object value, Map<String, Object> binding) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("type", "Hidden");
        property.put("value", value);
        property.put("binding", new TreeMap<>(binding));
        return property;
    }

    private static Map<String, Object> shown(String type, String label, Object value, Map<String, Object> binding) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("label", label);
        property.put("type", type);
        if (value != null) {
            property.put("value", value);
        }
        property.put("binding", new TreeMap<>(binding));
        return property;
    }

    private static List<Map<String, String>> choices(Collection<String> values) {
        return values.stream()
                .sorted()
                .map(value -> {
                    Map<String, String> choice = new LinkedHashMap<>();
                    choice.put("name", value);
                    choice.put("value", value);
                    return choice;
                })
                .toList();
    }
}
