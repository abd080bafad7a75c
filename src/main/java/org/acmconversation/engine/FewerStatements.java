package org.acmconversation.engine;

import java.util.List;
import org.acmconversation.engine.persistence.ReplacedManager;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;

/** Each step writes and asks for what somebody needs: docs/adr/0011. */
class FewerStatements extends AbstractProcessEnginePlugin {

    private final LongCounts counts;

    FewerStatements(LongCounts counts) {
        this.counts = counts;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setCustomHistoryLevels(List.of(new HistoryKept()));
        ReplacedManager.replace(configuration, IncidentManager.class, JobIncidents::new);
        ReplacedManager.replace(configuration, AuthorizationManager.class, TaskAuthorizations::new);
        ReplacedManager.replace(configuration, TaskManager.class, () -> new TaskCounts(counts));
    }

    /** None can be made any more; a database of before may have some. */
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
