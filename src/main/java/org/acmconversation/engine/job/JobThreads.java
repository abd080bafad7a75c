package org.acmconversation.engine.job;

import java.time.Duration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.context.LifecycleProperties;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Configures the job executor. On shutdown it acquires no more jobs, and running ones finish. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", havingValue = "true", matchIfMissing = true)
class JobThreads {

    @Bean
    ThreadPoolTaskExecutor camundaTaskExecutor(CamundaBpmProperties camunda, LifecycleProperties lifecycle) {
        var settings = camunda.getJobExecution();
        var threads = new ThreadPoolTaskExecutor();
        threads.setCorePoolSize(settings.getCorePoolSize());
        threads.setMaxPoolSize(settings.getMaxPoolSize());
        threads.setQueueCapacity(settings.getQueueCapacity());
        threads.setThreadNamePrefix("jobs-");
        threads.setWaitForTasksToCompleteOnShutdown(true);
        Duration timeout = lifecycle.getTimeoutPerShutdownPhase();
        threads.setAwaitTerminationMillis(timeout.toMillis());
        return threads;
    }

    @Bean
    JobExecutor jobExecutor(TaskExecutor camundaTaskExecutor, CamundaBpmProperties camunda, EngineProperties engine) {
        var settings = camunda.getJobExecution();
        SpringJobExecutor executor = engine.tuned() ? new HintedJobExecutor() : new SpringJobExecutor();
        executor.setTaskExecutor(camundaTaskExecutor);
        executor.setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
        var set = PropertyMapper.get().alwaysApplyingWhenNonNull();
        set.from(settings::getLockTimeInMillis).to(executor::setLockTimeInMillis);
        set.from(settings::getMaxJobsPerAcquisition).to(executor::setMaxJobsPerAcquisition);
        set.from(settings::getWaitTimeInMillis).to(executor::setWaitTimeInMillis);
        set.from(settings::getWaitIncreaseFactor).to(executor::setWaitIncreaseFactor);
        set.from(settings::getMaxWait).to(executor::setMaxWait);
        set.from(settings::getBackoffTimeInMillis).to(executor::setBackoffTimeInMillis);
        set.from(settings::getMaxBackoff).to(executor::setMaxBackoff);
        set.from(settings::getBackoffDecreaseThreshold).to(executor::setBackoffDecreaseThreshold);
        return executor;
    }

    @Bean
    LastJobs lastJobs(ApplicationContext application, JobExecutor jobExecutor) {
        return new LastJobs(application, jobExecutor);
    }

    @Bean
    ProcessEnginePlugin pausesBetweenLooks() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void postInit(ProcessEngineConfigurationImpl configuration) {
                pauseBetweenPolls(configuration.getJobExecutor());
            }
        };
    }

    /** If the initial wait time exceeds the maximum, the engine does not wait at all but polls continuously. */
    static void pauseBetweenPolls(JobExecutor jobExecutor) {
        jobExecutor.setWaitTimeInMillis((int) Math.min(jobExecutor.getWaitTimeInMillis(), jobExecutor.getMaxWait()));
    }

    /** Stops acquiring jobs before the thread pool shuts down, so that no job stays locked by a stopped node. */
    static class LastJobs {

        private final ApplicationContext application;
        private final JobExecutor jobExecutor;

        LastJobs(ApplicationContext application, JobExecutor jobExecutor) {
            this.application = application;
            this.jobExecutor = jobExecutor;
        }

        @EventListener
        @Order(Ordered.HIGHEST_PRECEDENCE)
        void close(ContextClosedEvent closing) {
            if (closing.getApplicationContext() == application) {
                jobExecutor.shutdown();
            }
        }
    }
}
