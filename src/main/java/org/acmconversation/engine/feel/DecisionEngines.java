package org.acmconversation.engine.feel;

import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/**
 * Creates DMN engines for decisions that are not deployed, with the same FEEL engine and limits as for deployed ones.
 */
public class DecisionEngines {

    private DecisionEngines() {}

    /** Returns an engine that keeps no history. */
    public static DmnEngine create() {
        var configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(FeelCache.Evaluation::new);
        return configuration.buildEngine();
    }
}
