package org.acmconversation.database;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Sets the lock timeout of each connection to H2. The schema also sets it, but only for new connections, and on a first
 * start the pool opens some before the schema exists.
 */
@Component
class H2LockTimeout implements BeanPostProcessor {

    /** In milliseconds, as in {@code V4__wait_for_locks.sql}. */
    private static final String STATEMENT = "set lock_timeout 10000";

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool
                && pool.getJdbcUrl() != null
                && pool.getJdbcUrl().startsWith("jdbc:h2:")
                && pool.getConnectionInitSql() == null
                && !pool.isRunning()) {
            pool.setConnectionInitSql(STATEMENT);
        }
        return bean;
    }
}
