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
 * Several rows of one table that one statement deletes. It is as if each had been deleted by a statement of its own:
 * where one of them was changed meanwhile, none is deleted for good, since the command fails and is rolled back.
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
     * The table whose rows may be deleted together with others, or null. It is one of those of running instances: what
     * the engine makes of a row of the history that somebody else has deleted depends on the row.
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

    /** Whether a row that was changed meanwhile is to be told from one that was not. */
    boolean hasRevisions() {
        return getEntity() instanceof HasDbRevision;
    }

    /** What its statement takes. */
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

    /** {@inheritDoc} The same holds for each of its rows, on which other operations may depend. */
    @Override
    public void setState(State state) {
        super.setState(state);
        if (rows != null) {
            rows.forEach(row -> row.setState(state));
        }
    }
}
