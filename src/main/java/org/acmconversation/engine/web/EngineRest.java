package org.acmconversation.engine.web;

import jakarta.ws.rs.ext.ExceptionMapper;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.engine.rest.mapper.JacksonConfigurator;
import org.camunda.bpm.spring.boot.starter.rest.CamundaJerseyResourceConfig;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.springframework.stereotype.Component;

/**
 * The engine's REST API, unchanged except for its JSON ({@link EngineJson}) and its error responses
 * ({@link EngineRestFailures}).
 */
@Component
class EngineRest extends CamundaJerseyResourceConfig {

    @Override
    protected void registerCamundaRestResources() {
        registerClasses(CamundaRestResources.getResourceClasses());
        CamundaRestResources.getConfigurationClasses().stream()
                .filter(type -> !ExceptionMapper.class.isAssignableFrom(type) && type != JacksonConfigurator.class)
                .forEach(this::register);
        register(new EngineJson());
        // Jackson's own error responses are plain text with class names.
        register(JacksonFeature.withoutExceptionMappers());
        register(new EngineRestFailures());
    }
}
