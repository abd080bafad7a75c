package org.acmconversation.operations;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;
import net.javacrumbs.shedlock.core.LockProvider;
import net.javacrumbs.shedlock.provider.jdbctemplate.JdbcTemplateLockProvider;
import net.javacrumbs.shedlock.provider.sql.DatabaseProduct;
import net.javacrumbs.shedlock.support.KeepAliveLockProvider;
import org.acmconversation.problem.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Configures the database locks of {@link SharedWork}, which are extended while work is running. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SharedWorkConfiguration {

    private static final Logger log = LoggerFactory.getLogger(SharedWorkConfiguration.class);

    /** @throws MetaDataAccessException if the database cannot be reached */
    @Bean
    LockProvider lockProvider(DataSource dataSource, LockExtension extension) throws MetaDataAccessException {
        String product = JdbcUtils.extractDatabaseMetaData(dataSource, DatabaseMetaData::getDatabaseProductName);
        var locks = new JdbcTemplateLockProvider(JdbcTemplateLockProvider.Configuration.builder()
                .withJdbcTemplate(new JdbcTemplate(dataSource))
                .withTransactionManager(new LockTransactions(dataSource))
                // Otherwise the first lock detects it, once: if the database is down at that moment, no lock ever
                // works.
                .withDatabaseProduct(DatabaseProduct.matchProductName(product))
                .usingDbTime()
                .build());
        return new KeepAliveLockProvider(locks, extension.thread());
    }

    /** A stopping node waits for running work only, not for what is due later, such as tonight. */
    @Bean
    ThreadPoolTaskSchedulerCustomizer skipDelayedTasksAtShutdown() {
        return scheduler -> scheduler.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    /** During an outage of the database all scheduled work fails, every few seconds. */
    @Bean
    ThreadPoolTaskSchedulerCustomizer logOutagesBriefly() {
        return scheduler -> scheduler.setErrorHandler(SharedWorkConfiguration::failed);
    }

    private static void failed(Throwable failure) {
        if (Outage.isCauseOf(failure)) {
            log.warn("Scheduled work failed and will run again: {}", Outage.reason(failure));
        } else {
            log.error("Scheduled work failed", failure);
        }
    }

    /**
     * Reports a failed commit or rollback as a broken connection. ShedLock takes Spring's default exception for a sign
     * that the lock's row exists: if it does not, the lock never works again on this node. It also retries a release
     * only after that exception, so a lock whose release fails is kept until it expires.
     */
    private static class LockTransactions extends DataSourceTransactionManager {

        LockTransactions(DataSource dataSource) {
            super(dataSource);
        }

        @Override
        protected RuntimeException translateException(String task, SQLException failure) {
            return new DataAccessResourceFailureException(task + " failed", failure);
        }
    }
}
