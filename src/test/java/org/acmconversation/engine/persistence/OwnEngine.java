package org.acmconversation.engine.persistence;

import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/**
 * An engine that reads and writes as the product's does, over a database of the test's own. It is none of the
 * application's: of several of those in one process the engine's REST API knows the last only.
 */
public class OwnEngine {

    private OwnEngine() {}

    /** Makes its tables, too, if there are none. */
    public static ProcessEngine over(DataSource database, String name) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName(name);
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setAuthorizationEnabled(true);
        configuration.setProcessEnginePlugins(List.of(new ReducedHistory(), new TunedPersistence(new LongCounts())));
        return configuration.buildProcessEngine();
    }
}
