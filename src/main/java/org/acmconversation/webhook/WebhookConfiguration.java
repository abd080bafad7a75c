package org.acmconversation.webhook;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Configures the threads that copy events from the registry. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebhook
class WebhookConfiguration {

    static final String INTAKE = "webhookIntake";

    private static final int THREADS = 2;
    private static final int PATIENCE_AT_THE_END = 10;

    /** A separate executor that is not a default candidate: the engine's executor rejects tasks under load. */
    @Bean(name = INTAKE, defaultCandidate = false)
    ThreadPoolTaskExecutor webhookIntake() {
        var executor = new ThreadPoolTaskExecutor();
        executor.setCorePoolSize(THREADS);
        executor.setThreadNamePrefix("webhook-intake-");
        // Requests that finish during shutdown still publish events.
        executor.setAcceptTasksAfterContextClose(true);
        executor.setWaitForTasksToCompleteOnShutdown(true);
        executor.setAwaitTerminationSeconds(PATIENCE_AT_THE_END);
        return executor;
    }
}
