package org.acmconversation.release;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model set does to the engagements that run now, place by place.
 *
 * @param lost activities where engagements wait that are gone or have another type
 * @param places where they wait, and what changes there
 * @param lacks variables that the set reads and engagements do not have
 */
public record ImpactReport(Impact impact, List<UnmappedActivity> lost, List<WaitingPlace> places, List<Lack> lacks) {

    /** What becomes of the engagements at a place. */
    public enum Verdict {
        /** They run these models already. */
        UNCHANGED,
        /** They can stay where they wait. */
        STAY,
        /** Their place is gone or of another kind. */
        LOST
    }

    /**
     * Where engagements of one release wait.
     *
     * @param process what people call the process
     * @param activity what people call the activity
     * @param release number of the release that they run; null if its deployment is not a release
     * @param changes what changes at this step, in sentences
     */
    public record WaitingPlace(
            String process,
            String activity,
            @Nullable Long release,
            long count,
            Verdict verdict,
            List<String> changes) {}

    /**
     * A variable that engagements at a place lack.
     *
     * @param path file of the element that reads it
     * @param elementId id of that element
     * @param text a sentence for analysts, in Spanish
     */
    public record Lack(String path, String elementId, String text) {}
}
