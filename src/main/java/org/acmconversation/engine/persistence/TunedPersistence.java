package org.acmconversation.engine.persistence;

import static org.acmconversation.engine.persistence.ReplacedManager.replace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.io.Resources;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.springframework.stereotype.Component;

/** Makes commands read and write less, with fewer statements: docs/adr/0011. */
@Component
@Tuned
class TunedPersistence extends AbstractProcessEnginePlugin {

    private static final String STATEMENTS = "org/acmconversation/engine/persistence/statements.xml";

    private final SlowCountCache counts;

    TunedPersistence(SlowCountCache counts) {
        this.counts = counts;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        TablePrefixCheck.refuse(configuration.getDatabaseTablePrefix());
        var definitions = new RecentDefinitions();
        var inserts = new MultiRowInserts();
        replace(configuration, PersistenceSession.class, () -> session(configuration, inserts));
        replace(
                configuration,
                DbEntityManager.class,
                () -> new CachingEntityManager(
                        configuration.getIdGenerator(),
                        Context.getCommandContext().getSession(PersistenceSession.class),
                        definitions));
        replace(configuration, DecisionDefinitionManager.class, () -> new LatestDecisions(definitions));
        replace(configuration, ProcessDefinitionManager.class, () -> new LatestProcesses(definitions));
        replace(configuration, ExecutionManager.class, ExecutionTrees::new);
        replace(configuration, IdentityLinkManager.class, CandidateLinks::new);
        replace(configuration, JobManager.class, PrefetchedJobs::new);
        replace(configuration, VariableInstanceManager.class, InstanceVariables::new);
        replace(configuration, TaskManager.class, () -> new TaskCounts(counts));
        replace(configuration, AuthorizationManager.class, TaskAuthorizations::new);
        configuration.setEnableDefaultDbHistoryEventHandler(false);
        List<HistoryEventHandler> handlers = new ArrayList<>(configuration.getCustomHistoryEventHandlers());
        handlers.add(new HistoryWriter());
        configuration.setCustomHistoryEventHandlers(handlers);
    }

    private static Session session(ProcessEngineConfigurationImpl configuration, MultiRowInserts inserts) {
        DbSqlSessionFactory factory = configuration.getDbSqlSessionFactory();
        boolean isGrouping =
                configuration.isJdbcBatchProcessing() && DbSqlSessionFactory.POSTGRES.equals(factory.getDatabaseType());
        return isGrouping ? new GroupingSession(factory, inserts) : factory.openSession();
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        DbSqlSessionFactory factory = configuration.getDbSqlSessionFactory();
        addStatements(factory.getSqlSessionFactory().getConfiguration());
        factory.getUpdateStatements()
                .putAll(Map.of(
                        HistoricActivityInstanceEventEntity.class, "endHistoricActivityInstance",
                        HistoricTaskInstanceEventEntity.class, "endHistoricTaskInstance",
                        HistoricProcessInstanceEventEntity.class, "endHistoricProcessInstance"));
    }

    private static void addStatements(Configuration configuration) {
        try (InputStream statements = Resources.getResourceAsStream(STATEMENTS)) {
            new XMLMapperBuilder(statements, configuration, STATEMENTS, configuration.getSqlFragments()).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Revoking authorizations cannot be created, but an older database may have some. */
    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        boolean isAnythingRevoked = engine.getAuthorizationService()
                        .createAuthorizationQuery()
                        .authorizationType(Authorization.AUTH_TYPE_REVOKE)
                        .count()
                > 0;
        engine.getProcessEngineConfiguration()
                .setAuthorizationCheckRevokes(
                        isAnythingRevoked
                                ? ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_AUTO
                                : ProcessEngineConfiguration.AUTHORIZATION_CHECK_REVOKE_NEVER);
    }
}
