package org.acmconversation.decisionprobe;

import java.util.List;

/**
 * The result of evaluating past decisions with a changed decision table.
 *
 * @param decision id of the decision
 * @param evaluated number of past decisions that were evaluated
 * @param different number of those with a different result
 * @param examples in Spanish: the inputs, the old result and the new one
 */
public record BackTest(String decision, int evaluated, int different, List<String> examples) {}
