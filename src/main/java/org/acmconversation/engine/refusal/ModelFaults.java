package org.acmconversation.engine.refusal;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.acmconversation.problem.Causes;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.engine.impl.hitpolicy.DmnHitPolicyException;
import org.camunda.bpm.dmn.engine.impl.transform.DmnTransformException;
import org.camunda.bpm.dmn.feel.impl.FeelException;

/** Distinguishes failures caused by a decision model from invalid requests and server errors. */
public class ModelFaults {

    /** The engine's list of matching rules. */
    private static final Pattern RULE = Pattern.compile("DmnEvaluatedDecisionRuleImpl\\{id='([^']*)'");

    private static final Pattern EXPRESSION = Pattern.compile("(?s)expression '(.*?)'(?::|$)");

    private ModelFaults() {}

    /** Whether the exception is caused by a model that the engine could parse. */
    static boolean isOne(Throwable failure) {
        boolean isUnread = failure instanceof DmnTransformException;
        return failure instanceof DmnEngineException && !isUnread || failure instanceof FeelException;
    }

    /** Returns a message for users; empty if the model is not the cause. */
    public static Optional<String> worded(Throwable failure) {
        return Causes.of(failure)
                .filter(ModelFaults::isOne)
                .reduce((outer, inner) -> inner)
                .map(ModelFaults::wordedAlone);
    }

    private static String wordedAlone(Throwable fault) {
        String message = String.valueOf(fault.getMessage());
        if (fault instanceof DmnHitPolicyException) {
            String rules = RULE.matcher(message)
                    .results()
                    .map((MatchResult rule) -> rule.group(1))
                    .collect(Collectors.joining(", "));
            return EngineMessages.worded("model.hitPolicy", rules);
        }
        var expression = EXPRESSION.matcher(message);
        return EngineMessages.worded(
                "model.decision",
                expression.find()
                        ? EngineMessages.worded("model.expression", expression.group(1))
                        : EngineMessages.worded("model.result"));
    }
}
