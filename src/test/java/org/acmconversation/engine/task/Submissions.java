package org.acmconversation.engine.task;

import static org.mockito.Mockito.mock;

import org.acmconversation.engine.task.CompletionCheck.DeployedForm;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.VariableMap;

/** Submissions for tasks without variables. */
public class Submissions {

    private static final FeelEngine FEEL = feel();

    private Submissions() {}

    private static FeelEngine feel() {
        var configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.buildEngine();
        return configuration.getFeelEngine();
    }

    /** @param submitted receives the values that remain to be stored after a check */
    public static Submission of(DeployedForm form, VariableMap submitted) {
        return new TaskSubmission(mock(DelegateTask.class), form, submitted, FEEL);
    }
}
