package org.acmconversation.engine;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.acmconversation.engine.identity.PasswordProperties;
import org.acmconversation.engine.instance.StartGuard;
import org.acmconversation.engine.instance.WaitingActivities;
import org.acmconversation.engine.model.ActiveModels;
import org.acmconversation.engine.model.ActiveRelease;
import org.acmconversation.engine.model.DeploymentRules;
import org.acmconversation.engine.task.AssignedTasks;
import org.acmconversation.engine.task.DueDates;
import org.acmconversation.engine.task.TaskObservers;
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
 * An engine for trying out models, in a separate application context and database. It has the guards, listeners and
 * checks of the service's engine. It has no job executor; the caller runs its jobs.
 *
 * <p>Not a component, so that the service's context does not contain it.
 */
@Import({
    EngineConfiguration.class,
    EngineGuards.class,
    ParseListeners.class,
    StartGuard.class,
    TaskObservers.class,
    WaitingActivities.class,
    ActiveModels.class,
    AssignedTasks.class,
    DueDates.class
})
@EnableConfigurationProperties(PasswordProperties.class)
public class ScratchEngine {

    /** The model rules are checked when files are uploaded; here only unsafe models are rejected. */
    @Bean
    DeploymentRules noRules() {
        return (deployment, running, beans) -> List.of();
    }

    /** The latest deployment is tried out. */
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
        // Our own threads have no user and may do everything; anyone who reached this engine over REST would have a
        // user and could do nothing.
        configuration.setAuthorizationEnabled(true);
        configuration.setProcessEnginePlugins(plugins.orderedStream().toList());
        configuration.setCustomHistoryEventHandlers(observers.orderedStream().toList());
        return configuration;
    }

    @Bean(destroyMethod = "close")
    ProcessEngine scratch(SpringProcessEngineConfiguration configuration) {
        ProcessEngine engine = configuration.buildProcessEngine();
        // The REST API and the web applications look up engines here.
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
