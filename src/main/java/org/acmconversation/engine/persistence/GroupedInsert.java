package org.acmconversation.engine.persistence;

import java.util.List;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbEntityOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationType;

/** Several rows of one table that one statement inserts: all of them, or none. */
class GroupedInsert extends DbEntityOperation {

    private final List<DbEntityOperation> rows;

    GroupedInsert(List<DbEntityOperation> rows) {
        this.rows = List.copyOf(rows);
        setEntity(rows.get(0).getEntity());
        setEntityType(rows.get(0).getEntityType());
        setOperationType(DbOperationType.INSERT);
    }

    List<DbEntityOperation> rows() {
        return rows;
    }

    List<DbEntity> entities() {
        return rows.stream().map(DbEntityOperation::getEntity).toList();
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
