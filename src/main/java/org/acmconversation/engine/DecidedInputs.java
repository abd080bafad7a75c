package org.acmconversation.engine;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the history keeps of decisions. */
@FunctionalInterface
public interface DecidedInputs {

    /**
     * Returns the inputs of the last decisions, latest first, whoever asks.
     *
     * @param decision id of the decision in the model
     * @return values by the id of the input column
     */
    List<Map<String, @Nullable Object>> last(String decision, int most);
}
