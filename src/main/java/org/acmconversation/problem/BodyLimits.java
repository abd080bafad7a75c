package org.acmconversation.problem;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Registers the body limits of the engine's REST API and the web applications. */
@Configuration(proxyBeanMethods = false)
class BodyLimits {

    /** After authentication, so that no unauthenticated body is read. */
    private static final int AFTER_SECURITY = 1;

    @Bean
    FilterRegistrationBean<BodyLimit> engineBodyLimit(
            ApiProperties properties, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
        var registration = new FilterRegistrationBean<>(new BodyLimit(properties.maxEngineBodySize(), problems));
        registration.addUrlPatterns("/engine-rest/*", "/camunda/*");
        registration.setOrder(AFTER_SECURITY);
        return registration;
    }
}
