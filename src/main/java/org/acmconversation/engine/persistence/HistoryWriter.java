package org.acmconversation.engine.persistence;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.handler.DbHistoryEventHandler;

/** Ends history rows without reading them first: the database computes the duration. */
class HistoryWriter extends DbHistoryEventHandler {

    /** The entities that {@code statements.xml} has a statement for. */
    static final Set<Class<? extends HistoryEvent>> UPDATABLE_WITHOUT_READ = Set.of(
            HistoricActivityInstanceEventEntity.class,
            HistoricTaskInstanceEventEntity.class,
            HistoricProcessInstanceEventEntity.class);

    @Override
    protected void insertOrUpdate(HistoryEvent event) {
        boolean isChange = !isInitialEvent(event)
                && event.getId() != null
                && UPDATABLE_WITHOUT_READ.contains(event.getClass())
                && getDbEntityManager().getCachedEntity(event.getClass(), event.getId()) == null;
        if (isChange) {
            getDbEntityManager().merge(event);
        } else {
            super.insertOrUpdate(event);
        }
    }
}
