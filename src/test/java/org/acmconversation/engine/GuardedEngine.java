package org.acmconversation.engine;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

/**
 * An engine that, unlike the product's, accepts every deployment, with one or more guards, to test how they handle
 * models that are already deployed.
 */
class GuardedEngine implements AutoCloseable {

    private final ProcessEngine engine;

    GuardedEngine(String name, ProcessEnginePlugin... guards) {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName(name);
        configuration.setJdbcUrl("jdbc:h2:mem:" + name);
        configuration.setHistoryTimeToLive("P1D");
        configuration.setProcessEnginePlugins(List.of(guards));
        engine = configuration.buildProcessEngine();
    }

    ProcessEngine engine() {
        return engine;
    }

    void deploy(String file, String model) {
        engine.getRepositoryService().createDeployment().addString(file, model).deploy();
    }

    @Override
    public void close() {
        engine.close();
    }
}
