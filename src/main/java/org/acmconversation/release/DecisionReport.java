package org.acmconversation.release;

import java.util.List;
import org.acmconversation.decisionprobe.BackTest;
import org.acmconversation.decisionprobe.DecisionFinding;

/**
 * Findings in the decisions of a model set.
 *
 * @param findings gaps, overlaps, rows that never apply, and unknown values
 * @param backTest what the changed tables would have decided otherwise
 */
public record DecisionReport(List<DecisionFinding> findings, List<BackTest> backTest) {

    static final DecisionReport NONE = new DecisionReport(List.of(), List.of());
}
