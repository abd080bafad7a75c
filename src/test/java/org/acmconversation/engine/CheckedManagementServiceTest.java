package org.acmconversation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A denied permission to run a job does not count as the job's failure. */
@Tag("context")
class CheckedManagementServiceTest {

    @Test
    void rejectsJobsOfSuspendedInstancesAndKeepsRetries() {
        try (var guarded = new GuardedEngine("suspended-job", new Plugin())) {
            guarded.deploy("later.bpmn", Models.process("later", "<bpmn:task id='step' camunda:asyncBefore='true'/>"));
            String instance = guarded.engine()
                    .getRuntimeService()
                    .startProcessInstanceByKey("later")
                    .getId();
            guarded.engine().getRuntimeService().suspendProcessInstanceById(instance);
            Job before = job(guarded);

            assertThatThrownBy(() -> guarded.engine().getManagementService().executeJob(before.getId()))
                    .isInstanceOf(SuspendedEntityInteractionException.class);

            assertThat(job(guarded).getRetries()).isEqualTo(before.getRetries());
            assertThat(job(guarded).getExceptionMessage()).isNull();
        }
    }

    private static Job job(GuardedEngine guarded) {
        return guarded.engine().getManagementService().createJobQuery().singleResult();
    }

    private static class Plugin extends AbstractProcessEnginePlugin {

        @Override
        public void preInit(ProcessEngineConfigurationImpl configuration) {
            configuration.setManagementService(new CheckedManagementService(configuration));
        }
    }
}
