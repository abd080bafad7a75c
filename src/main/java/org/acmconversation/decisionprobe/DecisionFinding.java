package org.acmconversation.decisionprobe;

/**
 * A defect in a decision table.
 *
 * @param path path of its file
 * @param decision id of the decision
 * @param text in Spanish, for an analyst
 */
public record DecisionFinding(String path, String decision, Kind kind, String text) {

    /** Kinds of defects. */
    public enum Kind {
        /** No row matches some input. */
        GAP,
        /** Several rows match some input, and the hit policy forbids it. */
        OVERLAP,
        /** A row never decides anything. */
        DEAD_RULE,
        /** A result that is not among the predefined ones. */
        UNKNOWN_OUTPUT,
        /** A condition names a value that is not among the predefined ones. */
        UNKNOWN_INPUT
    }
}
