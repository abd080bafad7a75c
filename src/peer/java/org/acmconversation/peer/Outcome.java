package org.acmconversation.peer;

/**
 * The result of a test.
 *
 * @param failure first line of the failure; empty unless the test failed
 */
record Outcome(Ending ending, String failure) {

    static final Outcome PASSED = new Outcome(Ending.PASSED, "");
    static final Outcome SKIPPED = new Outcome(Ending.SKIPPED, "");

    enum Ending {
        PASSED,
        FAILED,
        SKIPPED
    }

    static Outcome failed(Throwable failure) {
        return new Outcome(Ending.FAILED, failure.toString().lines().findFirst().orElse(""));
    }

    @Override
    public String toString() {
        return failure.isEmpty() ? ending.toString() : ending + " (" + failure + ")";
    }
}
