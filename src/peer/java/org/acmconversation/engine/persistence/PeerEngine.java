package org.acmconversation.engine.persistence;

import java.util.HashMap;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

/** The engine for Camunda's tests, configured as they expect: stock, or with our persistence and otherwise the same. */
public class PeerEngine extends StandaloneInMemProcessEngineConfiguration {

    /** If true, the engine uses our persistence. */
    public static final String TUNED = "peer.tuned";

    /** JDBC URL of the database. */
    public static final String URL = "peer.url";

    /** Its clock stands still, so every count seems fast and none is cached, however busy the machine is. */
    private static final SlowCountCache COUNTS =
            new SlowCountCache(() -> 0, Executors.newSingleThreadScheduledExecutor(work -> {
                var thread = new Thread(work, "counts");
                thread.setDaemon(true);
                return thread;
            }));

    /** Reads the system properties. */
    public PeerEngine() {
        String url = System.getProperty(URL);
        setJdbcUrl(url);
        setJdbcDriver(url.startsWith("jdbc:h2:") ? "org.h2.Driver" : "org.postgresql.Driver");
        setJdbcUsername(url.startsWith("jdbc:h2:") ? "sa" : "postgres");
        setJdbcPassword("");
        setDatabaseSchemaUpdate(DB_SCHEMA_UPDATE_TRUE);
        setBeans(new HashMap<>());
        setJobExecutorActivate(false);
        setBpmnStacktraceVerbose(false);
        setDbMetricsReporterActivate(false);
        setTaskMetricsEnabled(false);
        setMailServerPort(5025);
        setHistory(HISTORY_FULL);
        setAuthorizationCheckRevokes(AUTHORIZATION_CHECK_REVOKE_AUTO);
        setJdbcBatchProcessing(true);
        setEnforceHistoryTimeToLive(false);
        if (Boolean.getBoolean(TUNED)) {
            getProcessEnginePlugins().add(new TunedPersistence(COUNTS));
        }
    }
}
