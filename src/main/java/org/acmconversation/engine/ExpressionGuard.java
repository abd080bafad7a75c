package org.acmconversation.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/** Makes the engine evaluate all expressions with {@link SafeExpressions}. */
class ExpressionGuard extends AbstractProcessEnginePlugin {

    private final ModelBeans beans;

    ExpressionGuard(ModelBeans beans) {
        this.beans = beans;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setExpressionManager(new SafeExpressions(beans));
    }
}
