package org.acmconversation.operations;

import javax.sql.DataSource;
import net.javacrumbs.shedlock.core.DefaultLockingTaskExecutor;
import net.javacrumbs.shedlock.core.LockingTaskExecutor;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.support.KeepAliveLockProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Locks of {@link SharedWork} in the database, held on to for as long as the work takes. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SharedWorkConfiguration {

    @Bean
    LockingTaskExecutor lockingTaskExecutor(DataSource dataSource, ThreadPoolTaskScheduler taskScheduler) {
        var locks = new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                .withJdbcTemplate(new JdbcTemplate(dataSource))
                .usingDbTime()
                .build());
        return new DefaultLockingTaskExecutor(new KeepAliveLockProvider(locks, taskScheduler.getScheduledExecutor()));
    }
}
