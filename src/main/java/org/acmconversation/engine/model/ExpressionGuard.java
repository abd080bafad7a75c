package org.acmconversation.engine.model;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;

/** Makes the engine evaluate all expressions with {@link SafeExpressions}. */
public class ExpressionGuard extends AbstractProcessEnginePlugin {

    private final ModelBeans beans;

    public ExpressionGuard(ModelBeans beans) {
        this.beans = beans;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setExpressionManager(new SafeExpressions(beans));
    }
}
