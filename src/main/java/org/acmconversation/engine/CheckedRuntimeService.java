package org.acmconversation.engine;

import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.engine.impl.cmd.SetAnnotationForIncidentCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;

/**
 * The engine's runtime service. Users who may retry a process's jobs may also annotate its incidents, for which the
 * engine would require permission to change process instances.
 */
class CheckedRuntimeService extends RuntimeServiceImpl {

    @Override
    public void setAnnotationForIncidentById(String incidentId, @Nullable String annotation) {
        commandExecutor.execute(new Annotate(incidentId, annotation));
    }

    @Override
    public void clearAnnotationForIncidentById(String incidentId) {
        commandExecutor.execute(new Annotate(incidentId, null));
    }

    private record Annotate(String incidentId, @Nullable String annotation) implements Command<Void> {

        @Override
        public Void execute(CommandContext context) {
            Command<Void> annotate = new SetAnnotationForIncidentCmd(incidentId, annotation);
            Incident incident =
                    incidentId == null ? null : context.getIncidentManager().findIncidentById(incidentId);
            if (incident == null || incident.getProcessDefinitionId() == null) {
                return annotate.execute(context);
            }
            context.getProcessEngineConfiguration()
                    .getCommandCheckers()
                    .forEach(checker -> checker.checkUpdateRetriesProcessInstanceByProcessDefinitionId(
                            incident.getProcessDefinitionId()));
            return context.runWithoutAuthorization(annotate);
        }
    }
}
