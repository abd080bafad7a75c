package org.acmconversation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.acmconversation.engine.persistence.FewerRoundTrips;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.spring.SpringTransactionsProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Who only reads begins no transaction, and sees what one that is under way has written. */
class QueryTransactionsTest {

    private final DataSource database = OwnDatabase.onH2("query-transactions");
    private final Transactions transactions = new Transactions(database);
    private final ProcessEngine engine = engine();
    private final TaskService tasks = engine.getTaskService();

    /** Counts those that begin. */
    private static class Transactions extends DataSourceTransactionManager {

        private final AtomicInteger begun = new AtomicInteger();

        Transactions(DataSource database) {
            super(database);
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            begun.incrementAndGet();
            super.doBegin(transaction, definition);
        }
    }

    private ProcessEngine engine() {
        var configuration = new SpringTransactionsProcessEngineConfiguration();
        configuration.setProcessEngineName(getClass().getSimpleName());
        configuration.setDataSource(database);
        configuration.setTransactionManager(transactions);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setProcessEnginePlugins(List.of(new FewerRoundTrips()));
        return configuration.buildProcessEngine();
    }

    @AfterEach
    void stop() {
        tasks.deleteTasks(
                tasks.createTaskQuery().list().stream().map(Task::getId).toList(), true);
        engine.close();
    }

    @Test
    void aQueryBeginsNone() {
        Task another = tasks.newTask();
        tasks.saveTask(tasks.newTask());
        int before = transactions.begun.get();

        assertThat(tasks.createTaskQuery().count()).isOne();

        assertThat(transactions.begun).hasValue(before);
        tasks.saveTask(another);
        assertThat(transactions.begun).hasValue(before + 1);
    }

    @Test
    void aQueryIsPartOfTheTransactionThatItIsAskedIn() {
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            tasks.saveTask(tasks.newTask());

            assertThat(tasks.createTaskQuery().count()).isOne();

            transaction.setRollbackOnly();
        });

        assertThat(tasks.createTaskQuery().count()).isZero();
    }
}
