package org.acmconversation.engine.feel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the engine's history of decisions, page by page. */
@Component
class DecisionHistory implements PastDecisionInputs {

    private static final int PAGE = 500;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ProcessEngineConfigurationImpl configuration;
    private final HistoryService historyService;

    DecisionHistory(ProcessEngineConfigurationImpl configuration, HistoryService historyService) {
        this.configuration = configuration;
        this.historyService = historyService;
    }

    @Override
    public List<Map<String, @Nullable Object>> last(String decision, int most) {
        List<Map<String, @Nullable Object>> last = new ArrayList<>();
        int found = PAGE;
        while (found == PAGE && last.size() < most) {
            List<HistoricDecisionInstance> page = page(decision, last.size(), Math.min(PAGE, most - last.size()));
            page.forEach(decided -> last.add(inputs(decided)));
            found = page.size();
        }
        return last;
    }

    /** Analysts may not read the history of engagements, but decisions' inputs do not identify them. */
    private List<HistoricDecisionInstance> page(String decision, int first, int size) {
        return configuration
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> historyService
                        .createHistoricDecisionInstanceQuery()
                        .decisionDefinitionKey(decision)
                        .includeInputs()
                        .disableCustomObjectDeserialization()
                        .orderByEvaluationTime()
                        .desc()
                        .orderByDecisionInstanceId()
                        .desc()
                        .listPage(first, size)));
    }

    private static Map<String, @Nullable Object> inputs(HistoricDecisionInstance decided) {
        Map<String, @Nullable Object> inputs = new HashMap<>();
        decided.getInputs().forEach(input -> inputs.put(input.getClauseId(), value(input.getTypedValue())));
        return inputs;
    }

    /** The history stores lists with a class of the FEEL engine as their type, which cannot be deserialized. */
    private static @Nullable Object value(TypedValue value) {
        if (!(value instanceof ObjectValue object)) {
            return value.getValue();
        }
        try {
            return JSON.readValue(object.getValueSerialized(), Object.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An input in the history is not JSON", e);
        }
    }
}
