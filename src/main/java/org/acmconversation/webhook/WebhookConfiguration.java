package org.acmconversation.webhook;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The threads that take events from the registry. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebhook
class WebhookConfiguration {

    static final String INTAKE = "webhookIntake";

    private static final int THREADS = 2;
    private static final int PATIENCE_AT_THE_END = 10;

    /** Of its own, and nobody's default: the engine's executor refuses work when it has much to do. */
    @Bean(name = INTAKE, defaultCandidate = false)
    ThreadPoolTaskExecutor webhookIntake() {
        var executor = new ThreadPoolTaskExecutor();
        executor.setCorePoolSize(THREADS);
        executor.setThreadNamePrefix("webhook-intake-");
        // Requests that end with the service publish to the last.
        executor.setAcceptTasksAfterContextClose(true);
        executor.setWaitForTasksToCompleteOnShutdown(true);
        executor.setAwaitTerminationSeconds(PATIENCE_AT_THE_END);
        return executor;
    }
}
