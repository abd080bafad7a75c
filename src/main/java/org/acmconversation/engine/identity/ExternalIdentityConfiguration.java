package org.acmconversation.engine.identity;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.identity.db.DbReadOnlyIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the engine's identity provider for external users, if there is a {@link ExternalUserSource}. */
@Configuration(proxyBeanMethods = false)
class ExternalIdentityConfiguration {

    @Bean
    ProcessEnginePlugin externalUsers(ObjectProvider<ExternalUserSource> source) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                source.ifAvailable(externalUsers ->
                        configuration.setIdentityProviderSessionFactory(new ExternalUserSessions(externalUsers)));
            }
        };
    }

    private record ExternalUserSessions(ExternalUserSource externalUsers) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return DbReadOnlyIdentityServiceProvider.class;
        }

        @Override
        public Session openSession() {
            return new ExternalIdentityProvider(externalUsers);
        }
    }
}
