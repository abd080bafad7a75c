package org.acmconversation.engine.persistence;

import java.util.HashMap;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;

/**
 * The engine that Camunda's tests run on, set as they expect it: stock, or with our persistence. Both are the same
 * otherwise.
 */
public class PeerEngine extends StandaloneInMemProcessEngineConfiguration {

    /** Set to true, our persistence is used. */
    public static final String TUNED = "peer.tuned";

    /** Where the database is. */
    public static final String URL = "peer.url";

    /** Time stands still for it, so each count is a quick one, however busy the machine is, and none is told again. */
    private static final LongCounts COUNTS = new LongCounts(() -> 0, Executors.newSingleThreadScheduledExecutor(work -> {
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
