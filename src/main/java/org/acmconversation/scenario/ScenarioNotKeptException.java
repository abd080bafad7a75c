package org.acmconversation.scenario;

import org.acmconversation.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** An engagement that cannot be kept as a scenario, since it has not ended or its data is erased: 409. */
class ScenarioNotKeptException extends ProblemException {

    private ScenarioNotKeptException(String detail) {
        super(HttpStatus.CONFLICT, "scenario-not-kept", detail);
    }

    static ScenarioNotKeptException running() {
        return new ScenarioNotKeptException("The engagement has not ended yet. Keep it after it has ended.");
    }

    static ScenarioNotKeptException erased() {
        return new ScenarioNotKeptException("The engagement's data is erased. Choose another engagement.");
    }
}
