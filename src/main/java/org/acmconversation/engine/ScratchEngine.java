package org.acmconversation.engine;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * An engine for trying models out, in an application context and a database of its own. It has the guards, listeners
 * and checks of the service's engine. Nothing runs by itself: whoever uses it runs its jobs.
 *
 * <p>Not a component, so that the service's own context has none of it.
 */
@Import({
    EngineConfiguration.class,
    EngineGuards.class,
    ParseListeners.class,
    StartGuard.class,
    TaskObservers.class,
    WaitingPlaces.class,
    ActiveModels.class,
    AssignedTasks.class,
    DueDates.class
})
@EnableConfigurationProperties(PasswordProperties.class)
public class ScratchEngine {

    /** The rules are checked where models are taken in; here only what is unsafe is refused. */
    @Bean
    DeploymentRules noRules() {
        return (deployment, running, beans) -> List.of();
    }

    /** What was deployed last is tried out. */
    @Bean
    ActiveRelease noRelease() {
        return Optional::empty;
    }

    @Bean
    ProcessEnginePlugin spin() {
        return new SpinProcessEnginePlugin();
    }

    @Bean
    ScratchTime scratchTime(JdbcClient jdbc, PlatformTransactionManager transactions) {
        return new ScratchTime(jdbc, transactions);
    }

    @Bean
    SpringProcessEngineConfiguration scratchConfiguration(
            DataSource database,
            PlatformTransactionManager transactions,
            ObjectProvider<ProcessEnginePlugin> plugins,
            ObjectProvider<HistoryEventHandler> observers) {
        var configuration = new SpringProcessEngineConfiguration();
        configuration.setProcessEngineName("scratch-" + UUID.randomUUID());
        configuration.setDataSource(database);
        configuration.setTransactionManager(transactions);
        configuration.setDatabaseSchemaUpdate("false");
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        configuration.setIdGenerator(new TimeOrderedIds());
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        configuration.setDbMetricsReporterActivate(false);
        // Our own threads have no user and may do all; whoever finds this engine over REST has one and may do nothing.
        configuration.setAuthorizationEnabled(true);
        configuration.setProcessEnginePlugins(plugins.orderedStream().toList());
        configuration.setCustomHistoryEventHandlers(observers.orderedStream().toList());
        return configuration;
    }

    @Bean(destroyMethod = "close")
    ProcessEngine scratch(SpringProcessEngineConfiguration configuration) {
        ProcessEngine engine = configuration.buildProcessEngine();
        // The REST API and the web applications find engines here.
        ProcessEngines.unregister(engine);
        return engine;
    }

    @Bean
    RepositoryService repositoryService(ProcessEngine engine) {
        return engine.getRepositoryService();
    }

    @Bean
    RuntimeService runtimeService(ProcessEngine engine) {
        return engine.getRuntimeService();
    }

    @Bean
    TaskService taskService(ProcessEngine engine) {
        return engine.getTaskService();
    }

    @Bean
    FormService formService(ProcessEngine engine) {
        return engine.getFormService();
    }

    @Bean
    ManagementService managementService(ProcessEngine engine) {
        return engine.getManagementService();
    }

    @Bean
    DecisionService decisionService(ProcessEngine engine) {
        return engine.getDecisionService();
    }
}
