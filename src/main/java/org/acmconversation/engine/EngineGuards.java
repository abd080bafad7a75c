package org.acmconversation.engine;

import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What Camunda 7.24.0 leaves open and nobody will close any more, closed in the engine itself, so that it holds for the
 * engine's REST API, the web applications and Java alike.
 */
@Configuration(proxyBeanMethods = false)
class EngineGuards {

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
