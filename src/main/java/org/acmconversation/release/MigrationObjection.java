package org.acmconversation.release;

/**
 * What keeps the engine from moving an engagement.
 *
 * @param activity what people call the step
 */
public record MigrationObjection(Kind kind, String activity) {

    /** Kinds of objections; each has a sentence. */
    public enum Kind {
        /** The step is gone, or of another kind. */
        NO_PLACE,
        /** The engagement waits for a job that the new step does not have. */
        NO_JOB,
        OTHER_TYPE,
        OTHER_SCOPE,
        OTHER_REPETITION,
        OTHER_GATEWAY,
        /** A step that may have to be compensated has no place. */
        COMPENSATION,
        /** Two values of a variable would become one. */
        VARIABLE,
        /** The engine cannot move steps of this kind. */
        UNSUPPORTED,
        OTHER
    }
}
