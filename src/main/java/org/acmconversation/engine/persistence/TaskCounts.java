package org.acmconversation.engine.persistence;

import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;

/**
 * Counts the tasks of a queue, which Tasklist does with each refresh. Counting reads all of them, so slow counts are
 * cached for equal queries.
 */
class TaskCounts extends RelatedTasks {

    private static final String STATEMENT = "selectTaskCountByQueryCriteria";

    private final SlowCountCache counts;

    /** @param counts shared by all task managers of an engine */
    TaskCounts(SlowCountCache counts) {
        this.counts = counts;
    }

    @Override
    public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
        configureQuery(query);
        CountQuery counted = CountQuery.of(STATEMENT, query);
        DataSource dataSource = Context.getProcessEngineConfiguration().getDataSource();
        return counts.of(
                counted.key(),
                () -> (Long) getDbEntityManager().selectOne(STATEMENT, query),
                () -> counted.execute(dataSource));
    }
}
