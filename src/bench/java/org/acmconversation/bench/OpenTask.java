package org.acmconversation.bench;

/**
 * An open user task.
 *
 * @param step its id in the model
 */
record OpenTask(String id, String step) {

    static final String LAST_STEP = "introduceAdoptionSme";

    boolean isLast() {
        return step.equals(LAST_STEP);
    }
}
