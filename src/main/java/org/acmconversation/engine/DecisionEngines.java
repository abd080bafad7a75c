package org.acmconversation.engine;

import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/** Makes DMN engines for decisions that are not deployed, with the same FEEL and its limits as for those that are. */
public class DecisionEngines {

    private DecisionEngines() {}

    /** Returns an engine that keeps no history. */
    public static DmnEngine create() {
        var configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(FeelOnce.Evaluation::new);
        return configuration.buildEngine();
    }
}
