package org.acmconversation.engine.persistence;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.HasDbRevision;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbEntityOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationType;
import org.camunda.bpm.engine.impl.persistence.entity.ByteArrayEntity;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.repository.ResourceTypes;
import org.jspecify.annotations.Nullable;

/**
 * Deletes several rows of a table with one statement. As with single statements, the command fails and is rolled back
 * if one of the rows was changed concurrently.
 */
class GroupedDelete extends DbEntityOperation {

    private static final Map<Class<?>, String> TABLES = Map.of(
            VariableInstanceEntity.class, "ACT_RU_VARIABLE",
            ExecutionEntity.class, "ACT_RU_EXECUTION",
            JobEntity.class, "ACT_RU_JOB",
            EventSubscriptionEntity.class, "ACT_RU_EVENT_SUBSCR",
            IdentityLinkEntity.class, "ACT_RU_IDENTITYLINK",
            ByteArrayEntity.class, "ACT_GE_BYTEARRAY");

    private final String table;
    private final List<DbEntityOperation> rows;

    GroupedDelete(String table, List<DbEntityOperation> rows) {
        this.table = table;
        this.rows = List.copyOf(rows);
        setEntity(rows.get(0).getEntity());
        setEntityType(rows.get(0).getEntityType());
        setOperationType(DbOperationType.DELETE);
    }

    /**
     * Returns the table if its rows can be deleted together, or null. Only runtime tables: what the engine does about a
     * history row that was deleted concurrently depends on the row.
     */
    static @Nullable String tableOf(DbOperation operation) {
        if (operation.getOperationType() != DbOperationType.DELETE
                || !(operation instanceof DbEntityOperation delete)
                || delete instanceof GroupedDelete) {
            return null;
        }
        DbEntity row = delete.getEntity();
        if (row instanceof ByteArrayEntity bytes
                && !ResourceTypes.RUNTIME.getValue().equals(bytes.getType())) {
            return null;
        }
        return TABLES.entrySet().stream()
                .filter(table -> table.getKey().isInstance(row))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Whether the rows have revisions, which reveal concurrent changes. */
    boolean hasRevisions() {
        return getEntity() instanceof HasDbRevision;
    }

    /** Returns the parameters of the statement. */
    Map<String, Object> parameters() {
        return Map.of(
                "table",
                table,
                "rows",
                rows.stream().map(DbEntityOperation::getEntity).toList());
    }

    int size() {
        return rows.size();
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
