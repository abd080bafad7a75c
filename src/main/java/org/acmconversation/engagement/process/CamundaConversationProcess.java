package org.acmconversation.engagement.process;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.acmconversation.engagement.ConversationAlreadyHeldException;
import org.acmconversation.engagement.ConversationNotScheduledException;
import org.acmconversation.engagement.ConversationProcess;
import org.acmconversation.engagement.ConversationSuspendedException;
import org.acmconversation.engagement.CurrentActivity;
import org.acmconversation.engagement.Engagement;
import org.acmconversation.engagement.MissingConversationException;
import org.acmconversation.engagement.ReschedulingNotSupportedException;
import org.acmconversation.engine.instance.WaitingActivities;
import org.acmconversation.engine.model.ActiveModels;
import org.acmconversation.model.ConversationModel;
import org.acmconversation.model.ConversationModel.Message;
import org.acmconversation.model.ConversationModel.Variable;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** The conversation as a process instance of Camunda 7, found by its business key, the engagement's id. */
@Component
class CamundaConversationProcess implements ConversationProcess {

    private final RepositoryService repositoryService;
    private final RuntimeService runtimeService;
    private final DecisionService decisionService;
    private final WaitingActivities places;
    private final WaitingElements elements;
    private final ActiveModels models;

    CamundaConversationProcess(
            RepositoryService repositoryService,
            RuntimeService runtimeService,
            DecisionService decisionService,
            WaitingActivities places,
            WaitingElements elements,
            ActiveModels models) {
        this.repositoryService = repositoryService;
        this.runtimeService = runtimeService;
        this.decisionService = decisionService;
        this.places = places;
        this.elements = elements;
        this.models = models;
    }

    @Override
    public String start(Engagement engagement) {
        try {
            return runtimeService
                    .startProcessInstanceById(
                            models.process(ConversationModel.PROCESS),
                            businessKey(engagement),
                            EngagementVariables.of(engagement))
                    .getId();
        } catch (SuspendedEntityInteractionException e) {
            throw ConversationSuspendedException.model(e);
        }
    }

    @Override
    public void profileChanged(Engagement engagement) {
        send(Message.PROFILE_CHANGED, engagement);
    }

    @Override
    public void withdrawn(Engagement engagement) {
        send(Message.ENGAGEMENT_WITHDRAWN, engagement);
    }

    @Override
    public Instant conversationAt(Engagement engagement) {
        Object at = runtimeService.getVariable(running(engagement).getId(), Variable.CONVERSATION_AT);
        if (at == null) {
            throw new ConversationNotScheduledException();
        }
        boolean isOpen = places.tasks(List.of(businessKey(engagement))).stream()
                .anyMatch(task -> task.activityId().equals(ConversationModel.CONDUCT_CONVERSATION));
        if (!isOpen) {
            throw new ConversationAlreadyHeldException();
        }
        return OffsetDateTime.parse(at.toString()).toInstant();
    }

    @Override
    public void conversationRescheduled(Engagement engagement, OffsetDateTime at) {
        boolean isKnown = runtimeService
                        .createEventSubscriptionQuery()
                        .processInstanceId(running(engagement).getId())
                        .eventName(Message.CONVERSATION_RESCHEDULED)
                        .count()
                > 0;
        if (!isKnown) {
            throw new ReschedulingNotSupportedException();
        }
        send(Message.CONVERSATION_RESCHEDULED, engagement, Map.of(Variable.CONVERSATION_AT, at.toString()));
    }

    private ProcessInstance running(Engagement engagement) {
        return instance(engagement).orElseThrow(MissingConversationException::new);
    }

    private void send(String message, Engagement engagement) {
        send(message, engagement, Map.of());
    }

    private void send(String message, Engagement engagement, Map<String, Object> variables) {
        ProcessInstance instance = running(engagement);
        if (instance.isSuspended()) {
            throw ConversationSuspendedException.instance(null);
        }
        try {
            runtimeService
                    .createMessageCorrelation(message)
                    .processInstanceId(instance.getId())
                    .setVariables(variables)
                    .correlateWithResult();
        } catch (SuspendedEntityInteractionException e) {
            throw ConversationSuspendedException.instance(e);
        } catch (OptimisticLockingException e) {
            // A job or a completed task changed the instance first; the caller retries the transaction.
            throw new OptimisticLockingFailureException("The process instance was changed concurrently", e);
        }
    }

    /** Looked up by business key, because a restarted instance has a different id. */
    private Optional<ProcessInstance> instance(Engagement engagement) {
        return runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey(engagement))
                .processDefinitionKey(ConversationModel.PROCESS)
                .list()
                .stream()
                .findFirst();
    }

    @Override
    public String startWithdrawn(Engagement engagement) {
        String model = models.process(ConversationModel.PROCESS);
        try {
            return runtimeService
                    .createProcessInstanceById(model)
                    .businessKey(businessKey(engagement))
                    .setVariables(EngagementVariables.of(engagement))
                    .startBeforeActivity(startOfWithdrawal(model))
                    .execute()
                    .getId();
        } catch (SuspendedEntityInteractionException e) {
            throw ConversationSuspendedException.model(e);
        }
    }

    private String startOfWithdrawal(String model) {
        return repositoryService.getBpmnModelInstance(model).getModelElementsByType(StartEvent.class).stream()
                .filter(start -> start.getEventDefinitions().stream()
                        .anyMatch(event -> event instanceof MessageEventDefinition received
                                && Message.ENGAGEMENT_WITHDRAWN.equals(
                                        received.getMessage().getName())))
                .map(StartEvent::getId)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "Model %s does not start at the message %s".formatted(model, Message.ENGAGEMENT_WITHDRAWN)));
    }

    @Override
    public boolean exists(Engagement engagement) {
        return instance(engagement).isPresent();
    }

    @Override
    public List<Engagement> without(List<Engagement> engagements) {
        if (engagements.isEmpty()) {
            return List.of();
        }
        Set<String> running = runtimeService
                .createProcessInstanceQuery()
                .processInstanceIds(
                        engagements.stream().map(Engagement::processInstanceId).collect(Collectors.toSet()))
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .collect(Collectors.toSet());
        return engagements.stream()
                .filter(engagement -> !running.contains(engagement.processInstanceId()) && !exists(engagement))
                .toList();
    }

    @Override
    public Map<UUID, List<CurrentActivity>> currentActivities(Collection<Engagement> engagements) {
        List<String> businessKeys = engagements.stream()
                .map(CamundaConversationProcess::businessKey)
                .toList();
        Map<UUID, List<CurrentActivity>> activities = new HashMap<>();
        for (WaitingActivities.OpenTask task : places.tasks(businessKeys)) {
            add(activities, task.businessKey(), userTask(task));
        }
        for (WaitingActivities.Token token : places.tokens(businessKeys)) {
            elements.of(token).ifPresent(activity -> add(activities, token.businessKey(), activity));
        }
        return activities;
    }

    private static void add(Map<UUID, List<CurrentActivity>> activities, String businessKey, CurrentActivity activity) {
        activities
                .computeIfAbsent(UUID.fromString(businessKey), id -> new ArrayList<>())
                .add(activity);
    }

    private static CurrentActivity userTask(WaitingActivities.OpenTask task) {
        return new CurrentActivity(
                task.activityId(), task.name(), task.taskId(), task.candidateGroups(), task.assignee(), task.dueAt());
    }

    @Override
    public List<Map<String, Object>> decide(String decision, Engagement engagement) {
        return decisionService
                .evaluateDecisionTableById(models.decision(decision))
                .variables(EngagementVariables.of(engagement))
                .evaluate()
                .getResultList();
    }

    private static String businessKey(Engagement engagement) {
        return engagement.id().toString();
    }
}
