package org.acmconversation.probe.process;

import org.acmconversation.probe.DecisionEngine;

/** For tests in other packages. */
public class NewDecisionEngine {

    private NewDecisionEngine() {}

    public static DecisionEngine create() {
        return new CamundaDecisionEngine();
    }
}
