package org.acmconversation.engine.job;

import java.util.Optional;
import org.acmconversation.operations.Traces;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** With tracing enabled, runs each job within the trace of the request that started its process instance. */
@Component
@ConditionalOnProperty(name = Traces.ENABLED, havingValue = "true")
class TracedJobs extends AbstractProcessEnginePlugin {

    private final Traces traces;
    private final ObjectProvider<JobOrigin> origins;

    /** Lazy, because the origins are created after the engine, with which they share the database. */
    TracedJobs(Traces traces, ObjectProvider<JobOrigin> origins) {
        this.traces = traces;
        this.origins = origins;
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl configuration) {
        configuration.getJobHandlers().replaceAll((type, handler) -> traced((JobHandler<?>) handler));
    }

    private <T extends JobHandlerConfiguration> JobHandler<T> traced(JobHandler<T> handler) {
        return new Traced<>(handler);
    }

    private class Traced<T extends JobHandlerConfiguration> implements JobHandler<T> {

        private final JobHandler<T> handler;

        Traced(JobHandler<T> handler) {
            this.handler = handler;
        }

        @Override
        public void execute(T settings, ExecutionEntity execution, CommandContext context, String tenantId) {
            Runnable work = () -> handler.execute(settings, execution, context, tenantId);
            if (execution == null || execution.getProcessBusinessKey() == null) {
                work.run();
                return;
            }
            Optional<String> origin = origins.stream()
                    .flatMap(known -> known.traceparent(execution.getProcessBusinessKey()).stream())
                    .findFirst();
            traces.continueTrace(origin.orElse(null), "job " + execution.getActivityId(), work);
        }

        @Override
        public String getType() {
            return handler.getType();
        }

        @Override
        public T newConfiguration(String canonical) {
            return handler.newConfiguration(canonical);
        }

        @Override
        public void onDelete(T settings, JobEntity job) {
            handler.onDelete(settings, job);
        }
    }
}
