package org.acmconversation.probe;

import java.util.List;

/**
 * What a changed decision table would have decided.
 *
 * @param decision id of the decision
 * @param evaluated how many decisions of the history were tried
 * @param different how many of them would come out otherwise
 * @param examples in Spanish: the inputs, what was decided, and what would be
 */
public record BackTest(String decision, int evaluated, int different, List<String> examples) {}
