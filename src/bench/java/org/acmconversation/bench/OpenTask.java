package org.acmconversation.bench;

/**
 * A user task that waits.
 *
 * @param step its id in the model
 */
record OpenTask(String id, String step) {

    static final String LAST_STEP = "introduceAdoptionSme";

    boolean isLast() {
        return step.equals(LAST_STEP);
    }
}
