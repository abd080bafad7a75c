package org.acmconversation.engine.persistence;

import java.util.List;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbEntityOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationType;

/** Several rows of one table that one statement inserts: all of them, or none. */
class GroupedInsert extends DbEntityOperation {

    private final List<DbEntityOperation> rows;
    private final InsertsOfRows.Call call;

    /** @param call what inserts these rows */
    GroupedInsert(List<DbEntityOperation> rows, InsertsOfRows.Call call) {
        this.rows = List.copyOf(rows);
        this.call = call;
        setEntity(rows.get(0).getEntity());
        setEntityType(rows.get(0).getEntityType());
        setOperationType(DbOperationType.INSERT);
    }

    List<DbEntityOperation> rows() {
        return rows;
    }

    InsertsOfRows.Call call() {
        return call;
    }

    /** {@inheritDoc} The same holds for each of its rows, on which other operations may depend. */
    @Override
    public void setState(State state) {
        super.setState(state);
        if (rows != null) {
            rows.forEach(row -> row.setState(state));
        }
    }
}
