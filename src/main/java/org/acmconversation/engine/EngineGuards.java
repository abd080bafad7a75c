package org.acmconversation.engine;

import org.acmconversation.engine.model.AllowedBeans;
import org.acmconversation.engine.model.DeploymentGuard;
import org.acmconversation.engine.model.DeploymentRules;
import org.acmconversation.engine.model.ExpressionGuard;
import org.acmconversation.engine.model.ModelBeans;
import org.acmconversation.engine.model.ScriptGuard;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Closes vulnerabilities of Camunda 7.24.0, which gets no more fixes, inside the engine, so that the guards cover its
 * REST API, the web applications and Java calls.
 */
@Configuration(proxyBeanMethods = false)
class EngineGuards {

    @Bean
    AllowedBeans allowedBeans(ListableBeanFactory beanFactory) {
        return new ModelBeans(beanFactory);
    }

    @Bean
    ProcessEnginePlugin queryGuard() {
        return new QueryGuard();
    }

    @Bean
    ProcessEnginePlugin expressionGuard(ListableBeanFactory beanFactory) {
        return new ExpressionGuard(new ModelBeans(beanFactory));
    }

    @Bean
    ProcessEnginePlugin deploymentGuard(ListableBeanFactory beanFactory, ObjectProvider<DeploymentRules> rules) {
        return new DeploymentGuard(new ModelBeans(beanFactory), rules::getObject);
    }

    @Bean
    ProcessEnginePlugin scriptGuard() {
        return new ScriptGuard();
    }

    @Bean
    ProcessEnginePlugin variableGuard() {
        return new VariableGuard();
    }
}
