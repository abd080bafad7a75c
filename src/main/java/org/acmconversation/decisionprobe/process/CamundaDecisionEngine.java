package org.acmconversation.decisionprobe.process;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.acmconversation.decisionprobe.DecisionEngine;
import org.acmconversation.decisionprobe.DecisionTable;
import org.acmconversation.decisionprobe.DecisionTable.Input;
import org.acmconversation.decisionprobe.DecisionTable.Output;
import org.acmconversation.decisionprobe.DecisionTable.Row;
import org.acmconversation.engine.feel.DecisionEngines;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.xml.ModelException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads and evaluates decisions with the engine's own DMN engine. */
@Component
class CamundaDecisionEngine implements DecisionEngine {

    private final DmnEngine engine = DecisionEngines.create();

    @Override
    public List<ReadDecision> read(byte[] content) {
        try {
            DmnModelInstance file = Dmn.readModelFromStream(new ByteArrayInputStream(content));
            Map<String, DmnDecision> decisions = new LinkedHashMap<>();
            engine.parseDecisions(file).forEach(decision -> decisions.put(decision.getKey(), decision));
            List<ReadDecision> read = new ArrayList<>();
            for (Decision decision : file.getModelElementsByType(Decision.class)) {
                DmnDecision evaluable = decisions.get(decision.getId());
                if (evaluable != null
                        && decision.getExpression() instanceof org.camunda.bpm.model.dmn.instance.DecisionTable table) {
                    read.add(new Read(table(decision, table), evaluable, engine));
                }
            }
            return read;
        } catch (DmnEngineException | ModelException unreadable) {
            return List.of();
        }
    }

    private static DecisionTable table(Decision decision, org.camunda.bpm.model.dmn.instance.DecisionTable table) {
        return new DecisionTable(
                decision.getId(),
                decision.getName(),
                String.valueOf(table.getHitPolicy()).replace('_', ' '),
                table.getInputs().stream()
                        .map(input -> new Input(
                                input.getId(),
                                input.getLabel() == null ? text(input.getInputExpression()) : input.getLabel(),
                                text(input.getInputExpression()),
                                type(input.getInputExpression().getTypeRef()),
                                text(input.getInputValues())))
                        .toList(),
                table.getOutputs().stream()
                        .map(output -> new Output(
                                output.getName(),
                                output.getLabel() == null ? output.getName() : output.getLabel(),
                                text(output.getOutputValues())))
                        .toList(),
                table.getRules().stream()
                        .map(rule -> new Row(
                                rule.getId(),
                                rule.getDescription() == null ? "" : text(rule.getDescription()),
                                texts(rule.getInputEntries())))
                        .toList());
    }

    private static String type(@Nullable String type) {
        return type == null ? "" : type;
    }

    private static List<String> texts(Collection<? extends DmnElement> elements) {
        return elements.stream().map(CamundaDecisionEngine::text).toList();
    }

    private static String text(org.camunda.bpm.model.xml.instance.@Nullable ModelElementInstance element) {
        return element == null ? "" : element.getTextContent().strip();
    }

    private record Read(DecisionTable table, DmnDecision decision, DmnEngine engine) implements ReadDecision {

        @Override
        public List<Map<String, @Nullable Object>> evaluate(Map<String, @Nullable Object> variables) {
            try {
                List<Map<String, @Nullable Object>> rows = new ArrayList<>();
                engine.evaluateDecisionTable(decision, variables)
                        .getResultList()
                        .forEach(row -> rows.add(new LinkedHashMap<>(row)));
                return rows;
            } catch (RuntimeException refusal) {
                throw new UndecidedException(refusal);
            }
        }
    }
}
