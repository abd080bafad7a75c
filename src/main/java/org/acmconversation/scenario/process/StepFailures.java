package org.acmconversation.scenario.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acmconversation.engine.task.FormRefusals;
import org.acmconversation.problem.Causes;
import org.acmconversation.scenario.ScenarioException;
import org.acmconversation.scenario.ScenarioMessages;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;

/** Says in Spanish why a step failed: form errors are in Spanish already, engine errors are not. */
class StepFailures {

    /** Keys of sentences by what the engine says; the group is the argument. */
    private static final Map<Pattern, String> SENTENCES = new LinkedHashMap<>();

    static {
        SENTENCES.put(
                Pattern.compile("No outgoing sequence flow of the exclusive gateway with id '([^']*)'"),
                "failed.gateway");
        SENTENCES.put(Pattern.compile("Cannot resolve identifier '([^']*)'"), "failed.variable");
        SENTENCES.put(Pattern.compile("condition expression returns non-Boolean()"), "failed.condition");
    }

    private StepFailures() {}

    static String worded(Throwable failure) {
        List<Throwable> causes = Causes.of(failure).toList();
        return causes.stream()
                .filter(cause -> cause instanceof ScenarioException || FormRefusals.isOne(cause))
                .map(cause -> String.valueOf(cause.getMessage()))
                .findFirst()
                .orElseGet(() -> wordedOfEngine(causes));
    }

    private static String wordedOfEngine(List<Throwable> causes) {
        String details = String.valueOf(causes.get(causes.size() - 1).getMessage());
        String reason = causes.stream()
                .map(StepFailures::known)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> ScenarioMessages.worded("failed"));
        return ScenarioMessages.worded("failed.details", reason, details);
    }

    private static Optional<String> known(Throwable cause) {
        if (cause instanceof DmnEngineException || cause instanceof FeelException) {
            return Optional.of(ScenarioMessages.worded("failed.decision"));
        }
        for (Map.Entry<Pattern, String> sentence : SENTENCES.entrySet()) {
            Matcher said = sentence.getKey().matcher(String.valueOf(cause.getMessage()));
            if (said.find()) {
                return Optional.of(ScenarioMessages.worded(sentence.getValue(), said.group(1)));
            }
        }
        return Optional.empty();
    }
}
