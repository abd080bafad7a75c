package org.acmconversation.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.identity.db.DbReadOnlyIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the engine's identity provider for guests, if there is a {@link GuestSource}. */
@Configuration(proxyBeanMethods = false)
class GuestConfiguration {

    @Bean
    ProcessEnginePlugin guests(ObjectProvider<GuestSource> source) {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                source.ifAvailable(
                        guests -> configuration.setIdentityProviderSessionFactory(new GuestSessions(guests)));
            }
        };
    }

    private record GuestSessions(GuestSource guests) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return DbReadOnlyIdentityServiceProvider.class;
        }

        @Override
        public Session openSession() {
            return new GuestIdentityProvider(guests);
        }
    }
}
