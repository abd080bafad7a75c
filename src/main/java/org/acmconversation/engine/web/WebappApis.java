package org.acmconversation.engine.web;

import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.acmconversation.engine.instance.BusinessKeyReferences;
import org.acmconversation.engine.instance.BusinessKeySearch;
import org.acmconversation.engine.refusal.RefusalsForPeople;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.engine.rest.mapper.JacksonConfigurator;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.webapp.impl.engine.EngineRestApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The APIs of the web applications, including the engine's, unchanged except for error responses: see
 * {@link EngineRestFailures}. The web applications register an API only if none with its name exists.
 */
@Configuration(proxyBeanMethods = false)
class WebappApis {

    @Bean
    ServletRegistrationBean<ServletContainer> webappEngineApi(
            ObjectProvider<BusinessKeySearch> searches,
            ObjectProvider<BusinessKeyReferences> references,
            JdbcClient jdbc) {
        return api(
                "Engine Api",
                new EngineRestApplication(),
                "/camunda/api/engine/*",
                new FreeTextSearch(searches, jdbc),
                new ReferenceColumn(references, jdbc));
    }

    @Bean
    ServletRegistrationBean<ServletContainer> cockpitApi() {
        return api("Cockpit Api", new CockpitApplication(), "/camunda/api/cockpit/*");
    }

    @Bean
    ServletRegistrationBean<ServletContainer> tasklistApi() {
        return api("Tasklist Api", new TasklistApplication(), "/camunda/api/tasklist/*");
    }

    @Bean
    ServletRegistrationBean<ServletContainer> adminApi() {
        return api("Admin Api", new AdminApplication(), "/camunda/api/admin/*");
    }

    @Bean
    ServletRegistrationBean<ServletContainer> welcomeApi() {
        return api("Welcome Api", new WelcomeApplication(), "/camunda/api/welcome/*");
    }

    private static ServletRegistrationBean<ServletContainer> api(
            String name, Application stock, String path, Object... additions) {
        var servlet =
                new ServletContainer(ResourceConfig.forApplication(new WithOurAnswers(stock, List.of(additions))));
        var registration = new ServletRegistrationBean<>(servlet, path);
        registration.setName(name);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    private static class WithOurAnswers extends Application {

        private final Application stock;
        private final List<Object> additions;

        WithOurAnswers(Application stock, List<Object> additions) {
            this.stock = stock;
            this.additions = additions;
        }

        @Override
        public Set<Class<?>> getClasses() {
            return stock.getClasses().stream()
                    .filter(type -> !ExceptionMapper.class.isAssignableFrom(type) && type != JacksonConfigurator.class)
                    .collect(Collectors.toSet());
        }

        @Override
        @SuppressWarnings("deprecation") // Camunda's applications have singletons.
        public Set<Object> getSingletons() {
            // Jackson's own error responses are plain text with class names.
            Set<Object> singletons = new HashSet<>(additions);
            singletons.add(JacksonFeature.withoutExceptionMappers());
            singletons.add(new EngineJson());
            singletons.add(new EngineRestFailures(RefusalsForPeople::worded));
            return singletons;
        }
    }
}
