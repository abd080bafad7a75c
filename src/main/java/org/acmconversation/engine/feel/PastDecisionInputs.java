package org.acmconversation.engine.feel;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Inputs of past decisions, from the engine's history. */
@FunctionalInterface
public interface PastDecisionInputs {

    /**
     * Returns the inputs of the last decisions, latest first. Does not check authorizations.
     *
     * @param decision id of the decision in the model
     * @return values by the id of the input column
     */
    List<Map<String, @Nullable Object>> last(String decision, int most);
}
