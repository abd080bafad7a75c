package org.acmconversation.engine.persistence;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbBulkOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationType;
import org.camunda.bpm.engine.impl.persistence.entity.ByteArrayEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * A command's entity manager that caches definitions for a second, reads the long values of all loaded variables
 * together, and reads a job together with the other jobs of its execution.
 */
class CachingEntityManager extends DbEntityManager {

    private final RecentDefinitions definitions;

    CachingEntityManager(IdGenerator idGenerator, PersistenceSession session, RecentDefinitions definitions) {
        super(idGenerator, session);
        this.definitions = definitions;
    }

    @Override
    public <T extends DbEntity> T selectById(Class<T> type, String id) {
        if (type == ByteArrayEntity.class) {
            readLongValues(id);
        }
        if (type == JobEntity.class && getCachedEntity(type, id) == null) {
            return type.cast(Context.getCommandContext().getJobManager().findJobById(id));
        }
        if (!definitions.has(type) || getCachedEntity(type, id) != null) {
            return super.selectById(type, id);
        }
        T recent = definitions.copy(type, id);
        if (recent != null) {
            getDbEntityCache().putPersistent(recent);
            return recent;
        }
        T read = super.selectById(type, id);
        if (read != null) {
            definitions.remember(read);
        }
        return read;
    }

    /** Does nothing for a value that is loaded already or that belongs to no loaded variable. */
    private void readLongValues(String id) {
        List<String> unread = getCachedEntitiesByType(VariableInstanceEntity.class).stream()
                .map(VariableInstanceEntity::getByteArrayValueId)
                .filter(value -> value != null && getCachedEntity(ByteArrayEntity.class, value) == null)
                .toList();
        if (unread.size() > 1 && unread.contains(id)) {
            selectList("selectByteArrays", unread);
        }
    }

    @Override
    protected DbBulkOperation performBulkOperation(
            Class<? extends DbEntity> type, String statement, Object parameter, DbOperationType operation) {
        forgetIfChanged(type);
        return super.performBulkOperation(type, statement, parameter, operation);
    }

    @Override
    protected DbBulkOperation performBulkOperationPreserveOrder(
            Class<? extends DbEntity> type, String statement, Object parameter, DbOperationType operation) {
        forgetIfChanged(type);
        return super.performBulkOperationPreserveOrder(type, statement, parameter, operation);
    }

    @Override
    protected void performEntityOperation(CachedDbEntity entity, DbOperationType operation) {
        forgetIfChanged(entity.getEntityType());
        super.performEntityOperation(entity, operation);
    }

    /** Clears the cache now and after the commit: in between, others may cache the old row. */
    private void forgetIfChanged(Class<?> type) {
        if (definitions.dependOn(type)) {
            definitions.forget();
            Context.getCommandContext()
                    .getTransactionContext()
                    .addTransactionListener(TransactionState.COMMITTED, context -> definitions.forget());
        }
    }
}
