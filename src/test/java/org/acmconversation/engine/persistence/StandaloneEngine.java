package org.acmconversation.engine.persistence;

import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/**
 * An engine with our persistence and its own database, outside of the application: the engine's REST API knows only the
 * last of several engines in one JVM.
 */
public class StandaloneEngine {

    private StandaloneEngine() {}

    /** Also creates missing tables. */
    public static ProcessEngine over(DataSource database, String name) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName(name);
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setAuthorizationEnabled(true);
        configuration.setProcessEnginePlugins(
                List.of(new ReducedHistory(), new TunedPersistence(new SlowCountCache())));
        return configuration.buildProcessEngine();
    }
}
