package org.acmconversation.security.process;

import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Servlet filters for the engine's REST API and its web applications. */
@Configuration(proxyBeanMethods = false)
class EngineFilters {

    private static final int AFTER_SPRING_SECURITY = 0;

    /** Makes the engine's REST API use Spring Security's user. */
    @Bean
    FilterRegistrationBean<EngineUserFilter> engineRestUser(IdentityService identityService) {
        var registration = new FilterRegistrationBean<>(new EngineUserFilter(identityService));
        registration.addUrlPatterns("/engine-rest/*");
        registration.setOrder(AFTER_SPRING_SECURITY);
        return registration;
    }

    /** Makes the web applications use Spring Security's user. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappUser() {
        var registration = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        registration.setInitParameters(Map.of("authentication-provider", WebappUser.class.getName()));
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        registration.setOrder(AFTER_SPRING_SECURITY);
        return registration;
    }

    /** Gives each page of the web applications its own nonce. */
    @Bean
    FilterRegistrationBean<NoncePerRequest> webappNonces() {
        var registration = new FilterRegistrationBean<>(new NoncePerRequest());
        registration.addUrlPatterns("/camunda/app/*");
        registration.setOrder(AFTER_SPRING_SECURITY);
        return registration;
    }

    /** Lets browsers cache the files of the web applications. */
    @Bean
    FilterRegistrationBean<WebappFileCaching> webappFiles() {
        var registration = new FilterRegistrationBean<>(new WebappFileCaching());
        registration.addUrlPatterns("/camunda/*");
        registration.setOrder(AFTER_SPRING_SECURITY);
        return registration;
    }
}
