package org.acmconversation.engine.persistence;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.impl.util.ReflectUtil;
import org.springframework.boot.context.event.ApplicationContextInitializedEvent;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.PropertyResolver;

/**
 * Has the names in the engine's mapping files noted by a thread of its own while Spring reads its configuration, since
 * that takes no more than the kind of database. What the engine would do with the files is in its
 * {@code initSqlSessionFactory}.
 */
class EarlyStatements extends AbstractProcessEnginePlugin {

    private static final Map<DatabaseDriver, String> TYPES =
            Map.of(DatabaseDriver.POSTGRESQL, DbSqlSessionFactory.POSTGRES, DatabaseDriver.H2, DbSqlSessionFactory.H2);

    private final String databaseType;
    private final FutureTask<Configuration> statements;

    private EarlyStatements(String databaseType) {
        this.databaseType = databaseType;
        this.statements = new FutureTask<>(() -> read(databaseType));
    }

    /** Begins as soon as all settings are known. */
    static class Start implements ApplicationListener<ApplicationContextInitializedEvent> {

        @Override
        public void onApplicationEvent(ApplicationContextInitializedEvent event) {
            ConfigurableApplicationContext context = event.getApplicationContext();
            if ("false".equalsIgnoreCase(context.getEnvironment().getProperty(Tuned.SETTING))) {
                return;
            }
            databaseType(context.getEnvironment()).map(EarlyStatements::new).ifPresent(early -> {
                Thread thread = new Thread(early.statements, "mapped-statements");
                thread.setDaemon(true);
                thread.start();
                context.getBeanFactory().registerSingleton("earlyStatements", early);
            });
        }
    }

    /** None where a setting has the statements depend on more than the URL: then the engine reads them in its turn. */
    private static Optional<String> databaseType(PropertyResolver settings) {
        String url = settings.getProperty("spring.datasource.url", "");
        boolean isUrlAll = url.startsWith("jdbc:")
                && !settings.containsProperty("spring.datasource.jndi-name")
                && !settings.containsProperty("camunda.bpm.database.type");
        return isUrlAll ? Optional.ofNullable(TYPES.get(DatabaseDriver.fromJdbcUrl(url))) : Optional.empty();
    }

    private static Configuration read(String databaseType) throws Exception {
        var properties = new Properties();
        properties.put("prefix", "");
        ProcessEngineConfigurationImpl.initSqlSessionFactoryProperties(properties, "", databaseType);
        try (InputStream mappings =
                ReflectUtil.getResourceAsStream(ProcessEngineConfigurationImpl.DEFAULT_MYBATIS_MAPPING_FILE)) {
            return StatementsOnDemand.of(mappings, properties);
        }
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        try {
            configuration.setSqlSessionFactory(new DefaultSqlSessionFactory(statements.get()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the engine's mapping files are read", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The engine's mapping files cannot be read", e.getCause());
        }
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        if (!databaseType.equals(configuration.getDatabaseType())) {
            throw new IllegalStateException("By its URL the database is %s, by itself %s; set camunda.bpm.database.type"
                    .formatted(databaseType, configuration.getDatabaseType()));
        }
        Configuration read = configuration.getSqlSessionFactory().getConfiguration();
        read.setEnvironment(
                new Environment("default", configuration.getTransactionFactory(), configuration.getDataSource()));
        read.setDefaultStatementTimeout(configuration.getJdbcStatementTimeout());
        if (configuration.isJdbcBatchProcessing()) {
            read.setDefaultExecutorType(ExecutorType.BATCH);
        }
    }
}
