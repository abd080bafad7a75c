package org.acmconversation.faults;

import java.util.ArrayList;
import java.util.List;

/**
 * The checker's findings, each as a sentence.
 *
 * @param lost engagements and tasks that are missing although they were confirmed with 201
 * @param duplicates tasks that FTOP has more than once
 * @param wrong tasks that differ from what they should be, in the service or in FTOP, and wrong portfolio figures
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
