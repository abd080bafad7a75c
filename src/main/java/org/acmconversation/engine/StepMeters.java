package org.acmconversation.engine;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Measures the duration of completed user and service tasks, on the node that completes them. Uses history events, so
 * no query is needed; canceled and rolled-back executions do not count.
 */
@Component
class StepMeters extends AbstractProcessEnginePlugin {

    static final String STEP = "acm.step";
    static final String ACTIVITY = "activity";
    private static final Map<String, String> TYPES =
            Map.of(ActivityTypes.TASK_USER_TASK, "user", ActivityTypes.TASK_SERVICE, "service");

    private final ObjectProvider<MeterRegistry> meters;

    /** Lazy, because the engine is created before the registry. */
    StepMeters(ObjectProvider<MeterRegistry> meters) {
        this.meters = meters;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.getCustomHistoryEventHandlers().add(new Steps());
    }

    private void record(HistoricActivityInstanceEventEntity step, @Nullable Date start) {
        if (start != null && step.getEndTime() != null) {
            long millis = step.getEndTime().getTime() - start.getTime();
            Timer.builder(STEP)
                    .description("Time from the start of a step to its end")
                    .tags("process", step.getProcessDefinitionKey(), ACTIVITY, step.getActivityId())
                    .tag("type", TYPES.get(step.getActivityType()))
                    .register(meters.getObject())
                    .record(Math.max(0, millis), TimeUnit.MILLISECONDS);
        }
    }

    /** Not a bean, because the engine's starter expects at most one bean of this type. */
    private class Steps implements HistoryEventHandler {

        @Override
        public void handleEvents(List<HistoryEvent> events) {
            events.forEach(this::handleEvent);
        }

        @Override
        public void handleEvent(HistoryEvent event) {
            if (event instanceof HistoricActivityInstanceEventEntity step
                    && event.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_END)
                    && TYPES.containsKey(step.getActivityType())
                    && !step.isCanceled()) {
                CommandContext command = Context.getCommandContext();
                Date start = start(step, command);
                command.getTransactionContext()
                        .addTransactionListener(TransactionState.COMMITTED, committed -> record(step, start));
            }
        }

        /** Returns the start time; for a step started by another command, only its task has it. */
        private static @Nullable Date start(HistoricActivityInstanceEventEntity step, CommandContext command) {
            return Optional.ofNullable(step.getStartTime())
                    .or(() -> command.getDbEntityManager().getCachedEntitiesByType(TaskEntity.class).stream()
                            .filter(task -> step.getActivityId().equals(task.getTaskDefinitionKey()))
                            .filter(task -> step.getExecutionId().equals(task.getExecutionId()))
                            .map(TaskEntity::getCreateTime)
                            .findFirst())
                    .orElse(null);
        }
    }
}
