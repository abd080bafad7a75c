package org.acmconversation.faults;

import java.util.ArrayList;
import java.util.List;

/**
 * What the checker found, each as a sentence.
 *
 * @param lost engagements that were answered with 201, and tasks, that are not there
 * @param duplicates tasks that FTOP has more than once
 * @param wrong tasks that differ from what they should be, here or there
 * @param stuck engagements that have not ended
 */
record Verdict(List<String> lost, List<String> duplicates, List<String> wrong, List<String> stuck) {

    Verdict() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    boolean isClean() {
        return lost.isEmpty() && duplicates.isEmpty() && wrong.isEmpty() && stuck.isEmpty();
    }
}
