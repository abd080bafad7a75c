package org.acmconversation.engine.persistence;

import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * The engine's history level {@code full} without entries that nobody reads: previous values of variables, jobs that
 * succeeded, candidates (the models and the operation log have them) and the counters of multi-instance activities. All
 * operations of people and all failures are kept. It has the name and number of the full level, so a database can
 * switch between the two.
 *
 * @see <a href="https://docs.camunda.org/manual/7.24/user-guide/process-engine/history/history-configuration/">History
 *     levels</a>
 */
class LeanHistoryLevel extends HistoryLevelFull {

    private static final Set<HistoryEventType> NOT_KEPT = Set.of(
            HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL,
            HistoryEventTypes.JOB_CREATE,
            HistoryEventTypes.JOB_SUCCESS,
            HistoryEventTypes.JOB_DELETE,
            HistoryEventTypes.IDENTITY_LINK_ADD,
            HistoryEventTypes.IDENTITY_LINK_DELETE);

    private static final Set<String> COUNTERS = Set.of(
            MultiInstanceActivityBehavior.NUMBER_OF_INSTANCES,
            MultiInstanceActivityBehavior.NUMBER_OF_ACTIVE_INSTANCES,
            MultiInstanceActivityBehavior.NUMBER_OF_COMPLETED_INSTANCES,
            MultiInstanceActivityBehavior.LOOP_COUNTER);

    @Override
    public boolean isHistoryEventProduced(HistoryEventType eventType, Object entity) {
        boolean isCounter = entity instanceof VariableInstanceEntity variable && COUNTERS.contains(variable.getName());
        return !NOT_KEPT.contains(eventType) && !isCounter;
    }
}
