package org.acmconversation.engine.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.ibatis.exceptions.PersistenceException;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.FlushResult;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbEntityOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation.State;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationType;
import org.camunda.bpm.engine.impl.db.sql.BatchDbSqlSession;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.jspecify.annotations.Nullable;

/**
 * Writes a command's changes in the engine's order, but inserts and deletes successive rows of a table with one
 * statement. For PostgreSQL only, which checks foreign keys at the end of a statement; H2 checks them for each row, and
 * executions refer to each other. The engine flushes 50 changes at a time, so no statement comes near the limit of
 * 65,535 parameters.
 */
class GroupingSession extends BatchDbSqlSession {

    private static final String DELETE_VERSIONS = "deleteVersions";
    private static final String DELETE_ROWS = "deleteRows";

    private final MultiRowInserts inserts;

    GroupingSession(DbSqlSessionFactory factory, MultiRowInserts inserts) {
        super(factory);
        this.inserts = inserts;
    }

    @Override
    public FlushResult executeDbOperations(List<DbOperation> operations) {
        return super.executeDbOperations(grouped(operations));
    }

    private List<DbOperation> grouped(List<DbOperation> operations) {
        List<DbOperation> grouped = new ArrayList<>();
        List<DbEntityOperation> run = new ArrayList<>();
        Object keyOfRun = null;
        for (DbOperation operation : operations) {
            Object key = key(operation);
            if (!Objects.equals(key, keyOfRun)) {
                addRun(run, grouped);
                keyOfRun = key;
            }
            if (key == null) {
                grouped.add(operation);
            } else {
                run.add((DbEntityOperation) operation);
            }
        }
        addRun(run, grouped);
        return grouped;
    }

    /** Successive operations with the same key are grouped; those with null are not. */
    private static @Nullable Object key(DbOperation operation) {
        if (operation instanceof GroupedInsert) {
            return null;
        }
        return operation.getOperationType() == DbOperationType.INSERT
                ? operation.getEntityType()
                : GroupedDelete.tableOf(operation);
    }

    private void addRun(List<DbEntityOperation> run, List<DbOperation> grouped) {
        if (run.size() < 2) {
            grouped.addAll(run);
        } else if (run.get(0).getOperationType() == DbOperationType.INSERT) {
            addInserts(run, grouped);
        } else {
            grouped.add(new GroupedDelete(Objects.requireNonNull(GroupedDelete.tableOf(run.get(0))), run));
        }
        run.clear();
    }

    /** Does not group rows that the engine inserts with different statements. */
    private void addInserts(List<DbEntityOperation> run, List<DbOperation> grouped) {
        String insert = dbSqlSessionFactory.mapStatement(
                dbSqlSessionFactory.getInsertStatement(run.get(0).getEntity()));
        List<DbEntity> rows = run.stream().map(DbEntityOperation::getEntity).toList();
        Optional<MultiRowInserts.Call> call = inserts.of(sqlSession.getConfiguration(), insert, rows);
        if (call.isPresent()) {
            grouped.add(new GroupedInsert(run, call.get()));
        } else {
            grouped.addAll(run);
        }
    }

    @Override
    protected void insertEntity(DbEntityOperation operation) {
        if (operation instanceof GroupedInsert group) {
            executeInsertEntity(group.call().statement(), group.call().values());
        } else {
            super.insertEntity(operation);
        }
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
    protected void entityInsertPerformed(DbEntityOperation operation, int rowsAffected, PersistenceException failure) {
        super.entityInsertPerformed(operation, rowsAffected, failure);
        if (operation instanceof GroupedInsert group && failure == null) {
            group.rows().forEach(row -> super.entityInsertPerformed(row, 1, null));
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
