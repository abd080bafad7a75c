package org.acmconversation.engine.model;

import org.camunda.bpm.engine.BadUserRequestException;

/** Models that are not deployed, with what analysts have to change. */
public class RefusedModelsException extends BadUserRequestException {

    private final String reasons;

    RefusedModelsException(String reasons) {
        super(reasons);
        this.reasons = reasons;
    }

    RefusedModelsException(String reasons, RuntimeException cause) {
        super(reasons, cause);
        this.reasons = reasons;
    }

    /** Returns the reasons in Spanish, one a line. */
    public String reasons() {
        return reasons;
    }
}
