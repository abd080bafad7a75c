package org.acmconversation.faults;

/** Something that people work on, step by step. */
interface Work {

    /** Does the steps that are possible now. */
    void step();

    boolean hasEnded();
}
