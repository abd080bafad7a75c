package org.acmconversation.engine.persistence;

import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbBulkOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationType;

/** What a command reads and changes; definitions that were read a moment ago are not read again. */
class RecallingEntityManager extends DbEntityManager {

    private final RecentDefinitions definitions;

    RecallingEntityManager(IdGenerator idGenerator, PersistenceSession session, RecentDefinitions definitions) {
        super(idGenerator, session);
        this.definitions = definitions;
    }

    @Override
    public <T extends DbEntity> T selectById(Class<T> type, String id) {
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

    private void forgetIfChanged(Class<?> type) {
        if (definitions.has(type)) {
            definitions.forget();
        }
    }
}
