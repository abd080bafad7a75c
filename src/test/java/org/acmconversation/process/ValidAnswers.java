package org.acmconversation.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** Fills in a form with arbitrary valid values. */
class ValidAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> INPUT = Set.of(
            "textfield", "textarea", "number", "checkbox", "checklist", "taglist", "radio", "select", "datetime");

    private final ProcessEngine engine;
    private final Random random;

    ValidAnswers(ProcessEngine engine, Random random) {
        this.engine = engine;
        this.random = random;
    }

    Map<String, Object> to(Task task) {
        Map<String, Object> known = new HashMap<>(engine.getTaskService().getVariables(task.getId()));
        List<JsonNode> fields = new ArrayList<>();
        try (InputStream form = engine.getFormService().getDeployedTaskForm(task.getId())) {
            collect(JSON.readTree(form), fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        fields.forEach(field -> known.put(field.path("key").asText(), null));
        Map<String, Object> answers = new HashMap<>();
        for (JsonNode field : fields) {
            String hide = field.at("/conditional/hide").asText("");
            if (hide.isEmpty() || !Boolean.TRUE.equals(evaluated(hide, known))) {
                Object answer = answer(field, known);
                answers.put(field.path("key").asText(), answer);
                known.put(field.path("key").asText(), answer);
            }
        }
        return answers;
    }

    private static void collect(JsonNode parent, List<JsonNode> fields) {
        for (JsonNode component : parent.path("components")) {
            if (INPUT.contains(component.path("type").asText())
                    && !component.path("disabled").asBoolean()) {
                fields.add(component);
            }
            collect(component, fields);
        }
    }

    private Object answer(JsonNode field, Map<String, Object> known) {
        JsonNode rules = field.path("validate");
        return switch (field.path("type").asText()) {
            case "checkbox" -> random.nextBoolean();
            case "number" -> rules.path("min").asInt(1);
            case "radio", "select" -> any(options(field, known));
            case "checklist", "taglist" -> FormValues.list(any(options(field, known)));
            case "datetime" ->
                field.path("subtype").asText().equals("date")
                        ? "2030-01-31"
                        : OffsetDateTime.now()
                                .plusDays(2)
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString();
            default -> "a".repeat(Math.max(1, rules.path("minLength").asInt(1)));
        };
    }

    private String any(List<String> options) {
        return options.get(random.nextInt(options.size()));
    }

    private List<String> options(JsonNode field, Map<String, Object> known) {
        List<String> options = new ArrayList<>();
        field.path("values").forEach(option -> options.add(option.path("value").asText()));
        if (field.hasNonNull("valuesExpression")) {
            for (Object option :
                    (List<?>) evaluated(field.path("valuesExpression").asText(), known)) {
                options.add(String.valueOf(option instanceof Map<?, ?> context ? context.get("value") : option));
            }
        }
        return options;
    }

    private Object evaluated(String expression, Map<String, Object> known) {
        FeelEngine feel = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getDmnEngineConfiguration()
                .getFeelEngine();
        return feel.evaluateSimpleExpression(expression.strip().replaceFirst("^=", ""), new Known(known));
    }

    private record Known(Map<String, Object> values) implements VariableContext {

        @Override
        public TypedValue resolve(String name) {
            return Variables.untypedValue(values.get(name));
        }

        @Override
        public boolean containsVariable(String name) {
            return true;
        }

        @Override
        public Set<String> keySet() {
            return values.keySet();
        }
    }
}
