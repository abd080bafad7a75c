package org.acmconversation.lanes;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * The engine's REST API asks the engine that was started last in the JVM. Before a test class whose application was
 * started for another one, makes it ask the application's own again.
 */
public class EngineOfContext implements TestExecutionListener {

    @Override
    public void beforeTestClass(TestContext test) {
        if (test.hasApplicationContext()) {
            test.getApplicationContext()
                    .getBeanProvider(ProcessEngine.class)
                    .ifUnique(ProcessEngines::registerProcessEngine);
        }
    }
}
