package org.acmconversation.engine.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.ibatis.exceptions.PersistenceException;
import org.camunda.bpm.engine.impl.db.FlushResult;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbEntityOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation.State;
import org.camunda.bpm.engine.impl.db.sql.BatchDbSqlSession;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;

/**
 * Writes what a command has changed, in the engine's order; rows of one table that are deleted one after the other go
 * in one statement. For PostgreSQL, which looks at foreign keys when a statement is over: executions refer to each
 * other, and H2 looks with each row.
 */
class GroupingSession extends BatchDbSqlSession {

    private static final String DELETE_VERSIONS = "deleteVersions";
    private static final String DELETE_ROWS = "deleteRows";

    GroupingSession(DbSqlSessionFactory factory) {
        super(factory);
    }

    @Override
    public FlushResult executeDbOperations(List<DbOperation> operations) {
        return super.executeDbOperations(grouped(operations));
    }

    private static List<DbOperation> grouped(List<DbOperation> operations) {
        List<DbOperation> grouped = new ArrayList<>();
        List<DbEntityOperation> run = new ArrayList<>();
        String tableOfRun = null;
        for (DbOperation operation : operations) {
            String table = GroupedDelete.tableOf(operation);
            if (!Objects.equals(table, tableOfRun)) {
                addRun(tableOfRun, run, grouped);
                tableOfRun = table;
            }
            if (table == null) {
                grouped.add(operation);
            } else {
                run.add((DbEntityOperation) operation);
            }
        }
        addRun(tableOfRun, run, grouped);
        return grouped;
    }

    private static void addRun(String table, List<DbEntityOperation> run, List<DbOperation> grouped) {
        if (run.size() > 1) {
            grouped.add(new GroupedDelete(table, run));
        } else {
            grouped.addAll(run);
        }
        run.clear();
    }

    @Override
    protected void deleteEntity(DbEntityOperation operation) {
        if (operation instanceof GroupedDelete group) {
            executeDelete(group.hasRevisions() ? DELETE_VERSIONS : DELETE_ROWS, group.parameters());
        } else {
            super.deleteEntity(operation);
        }
    }

    @Override
    protected void entityDeletePerformed(DbEntityOperation operation, int rowsAffected, PersistenceException failure) {
        super.entityDeletePerformed(operation, rowsAffected, failure);
        if (failure == null
                && operation instanceof GroupedDelete group
                && group.hasRevisions()
                && rowsAffected < group.size()) {
            operation.setState(State.FAILED_CONCURRENT_MODIFICATION);
        }
    }
}
