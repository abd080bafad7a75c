package org.acmconversation.engine.persistence;

import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;

/**
 * How many tasks there are in a queue, which Tasklist asks with each refresh. Counting reads all of them: a count that
 * takes long is told again, to whoever asks the very same.
 */
class TaskCounts extends TaskFamilies {

    private static final String STATEMENT = "selectTaskCountByQueryCriteria";

    private final LongCounts counts;

    /** @param counts what all task managers of an engine share */
    TaskCounts(LongCounts counts) {
        this.counts = counts;
    }

    @Override
    public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
        configureQuery(query);
        CountQuestion question = CountQuestion.of(STATEMENT, query);
        DataSource dataSource = Context.getProcessEngineConfiguration().getDataSource();
        return counts.of(
                question.key(),
                () -> (Long) getDbEntityManager().selectOne(STATEMENT, query),
                () -> question.ask(dataSource));
    }
}
