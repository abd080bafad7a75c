package org.acmconversation.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.acmconversation.engine.persistence.TaskFamilies;
import org.apache.ibatis.cache.CacheKey;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.executor.SimpleExecutor;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.RowBounds;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;

/**
 * How many tasks there are in a queue, which Tasklist asks with each refresh. Counting reads all of them: a count that
 * takes long is asked more seldom. It rests twenty times as long as it took, a minute at most, and stands meanwhile for
 * whoever asks the very same; one that is quick is always counted.
 */
class TaskCounts extends TaskFamilies {

    static final Duration QUICK = Duration.ofMillis(250);
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);
    private static final int REST = 20;
    private static final String STATEMENT = "selectTaskCountByQueryCriteria";

    private final Cache<Object, Count> resting;
    private final Duration quick;

    /** @param quick how long a count may take that does not rest */
    TaskCounts(Cache<Object, Count> resting, Duration quick) {
        this.resting = resting;
        this.quick = quick;
    }

    /** A count, and how long it may be told again. */
    record Count(long tasks, Duration rest) {

        static Count of(long tasks, Duration took) {
            Duration rest = took.multipliedBy(REST);
            return new Count(tasks, rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest);
        }
    }

    /** What all task managers of an engine share. */
    static Cache<Object, Count> cache() {
        return Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfter(Expiry.creating((Object key, Count count) -> count.rest()))
                .build();
    }

    @Override
    public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
        configureQuery(query);
        return count(key(query), () -> (Long) getDbEntityManager().selectOne(STATEMENT, query));
    }

    private long count(Object key, LongSupplier tasks) {
        Count known = resting.getIfPresent(key);
        if (known != null) {
            return known.tasks();
        }
        long start = System.nanoTime();
        long counted = tasks.getAsLong();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        if (took.compareTo(quick) > 0) {
            resting.put(key, Count.of(counted, took));
        }
        return counted;
    }

    /** The very statement and all its parameters, who asks among them where it matters. */
    private static CacheKey key(TaskQueryImpl query) {
        DbSqlSessionFactory sessions = Context.getProcessEngineConfiguration().getDbSqlSessionFactory();
        Configuration configuration = sessions.getSqlSessionFactory().getConfiguration();
        MappedStatement statement = configuration.getMappedStatement(sessions.mapStatement(STATEMENT));
        Executor executor = new SimpleExecutor(configuration, null);
        return executor.createCacheKey(statement, query, RowBounds.DEFAULT, statement.getBoundSql(query));
    }
}
