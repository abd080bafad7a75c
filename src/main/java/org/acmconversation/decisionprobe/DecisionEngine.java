package org.acmconversation.decisionprobe;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The engine that evaluates decisions. */
public interface DecisionEngine {

    /**
     * Parses a decision file.
     *
     * @return its decision tables; empty if it cannot be read
     */
    List<ReadDecision> read(byte[] content);

    /** A decision table that can be evaluated. */
    interface ReadDecision {

        DecisionTable table();

        /**
         * Evaluates it.
         *
         * @return the outputs of the matching rows, by name
         * @throws UndecidedException if the engine refuses to decide
         */
        List<Map<String, @Nullable Object>> evaluate(Map<String, @Nullable Object> variables);
    }

    /** The engine cannot decide: the hit policy is violated, or a cell cannot be evaluated. */
    class UndecidedException extends RuntimeException {

        /** @param cause the engine's failure */
        public UndecidedException(Throwable cause) {
            super(cause);
        }
    }
}
