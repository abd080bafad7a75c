package org.acmconversation.audit.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.acmconversation.audit.AuditTrail;
import org.acmconversation.engagement.BusinessKey;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.UserOperationLogEntryEventEntity;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Records everything that people do in the engine: claim, complete, deploy, retry, change users, groups and
 * permissions. The engine's own user operation log has the same entries, but its history cleanup and administrators can
 * delete them. Camunda's starter picks this handler up by its type.
 *
 * @see <a href="https://docs.camunda.org/manual/7.24/user-guide/process-engine/history/user-operation-log/">User
 *     operation log</a>
 */
@Component
class UserOperationAudit implements HistoryEventHandler {

    private static final Pattern WORDS = Pattern.compile("(?<=[a-z])(?=[A-Z])|[ _]");

    private final ObjectProvider<AuditTrail> trail;

    /** Lazy, because the audit trail is created after the engine, with which it shares the database. */
    UserOperationAudit(ObjectProvider<AuditTrail> trail) {
        this.trail = trail;
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof UserOperationLogEntryEventEntity operation && operation.getUserId() != null) {
            trail.getObject()
                    .record(
                            operation.getUserId(),
                            kebab(operation.getEntityType()) + "." + kebab(operation.getOperationType()),
                            objectId(operation),
                            engagementId(operation),
                            detail(operation));
        }
    }

    /** {@code ProcessInstance} becomes {@code process-instance}. */
    private static String kebab(String name) {
        return WORDS.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT);
    }

    /** The engine adds what contains the object: its instance, its definition and their deployment. */
    private static @Nullable String objectId(UserOperationLogEntryEventEntity operation) {
        return Stream.of(
                        operation.getTaskId(),
                        operation.getJobId(),
                        operation.getProcessInstanceId(),
                        operation.getProcessDefinitionId(),
                        operation.getDeploymentId())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** A called process has its caller's business key, unless its model does not pass it on. */
    private static @Nullable UUID engagementId(UserOperationLogEntryEventEntity operation) {
        return engagementId(operation.getProcessInstanceId())
                .or(() -> engagementId(operation.getRootProcessInstanceId()))
                .orElse(null);
    }

    private static Optional<UUID> engagementId(String processInstanceId) {
        return Optional.ofNullable(processInstanceId)
                .map(Context.getCommandContext().getExecutionManager()::findExecutionById)
                .map(ExecutionEntity::getBusinessKey)
                .flatMap(BusinessKey::engagementId);
    }

    private static Map<String, Object> detail(UserOperationLogEntryEventEntity operation) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("property", operation.getProperty());
        detail.put("from", operation.getOrgValue());
        detail.put("to", operation.getNewValue());
        detail.put("processDefinition", operation.getProcessDefinitionKey());
        detail.values().removeIf(Objects::isNull);
        return detail;
    }
}
