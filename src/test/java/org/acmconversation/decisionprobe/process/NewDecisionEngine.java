package org.acmconversation.decisionprobe.process;

import org.acmconversation.decisionprobe.DecisionEngine;

/** For tests in other packages. */
public class NewDecisionEngine {

    private NewDecisionEngine() {}

    public static DecisionEngine create() {
        return new CamundaDecisionEngine();
    }
}
