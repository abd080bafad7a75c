package org.acmconversation.engine.persistence;

import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * The engine's full history without what nobody reads: each value that a variable once had, beside the last one; jobs
 * that were made and went well, beside those that failed; candidates, who are in the models and the operation log; how
 * far the engine has counted the instances of a step that there are several of. People's operations and failures are
 * all there. It goes by the name and number of the full level, so that a database of either is one of both.
 *
 * @see <a href="https://docs.camunda.org/manual/7.24/user-guide/process-engine/history/history-configuration/">History
 *     levels</a>
 */
class HistoryKept extends HistoryLevelFull {

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
