package org.acmconversation.engine.persistence;

import java.util.List;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbEntityOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationType;

/** Inserts several rows into a table with one statement. */
class GroupedInsert extends DbEntityOperation {

    private final List<DbEntityOperation> rows;
    private final MultiRowInserts.Call call;

    /** @param call the statement that inserts the rows */
    GroupedInsert(List<DbEntityOperation> rows, MultiRowInserts.Call call) {
        this.rows = List.copyOf(rows);
        this.call = call;
        setEntity(rows.get(0).getEntity());
        setEntityType(rows.get(0).getEntityType());
        setOperationType(DbOperationType.INSERT);
    }

    List<DbEntityOperation> rows() {
        return rows;
    }

    MultiRowInserts.Call call() {
        return call;
    }

    /** {@inheritDoc} Sets it for each row, too, because other operations may depend on a row. */
    @Override
    public void setState(State state) {
        super.setState(state);
        if (rows != null) {
            rows.forEach(row -> row.setState(state));
        }
    }
}
