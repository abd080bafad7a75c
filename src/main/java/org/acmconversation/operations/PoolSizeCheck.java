package org.acmconversation.operations;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Refuses a connection pool that is no larger than the number of job threads, before anything connects: each job holds
 * a connection and briefly needs a second, so all of them could wait for each other.
 */
class PoolSizeCheck implements SettingsCheck {

    private static final String POOL = "spring.datasource.hikari.maximum-pool-size";
    private static final String THREADS = "camunda.bpm.job-execution.max-pool-size";

    @Override
    public void check(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        Integer pool = environment.getProperty(POOL, Integer.class);
        Integer threads = environment.getProperty(THREADS, Integer.class);
        if (pool != null && threads != null && pool <= threads) {
            throw new IllegalStateException(
                    "%s is %d, but %d threads run jobs (%s), each with a connection and sometimes a second: use more than twice as many connections as threads, and at least %d"
                            .formatted(POOL, pool, threads, THREADS, threads + 1));
        }
    }
}
