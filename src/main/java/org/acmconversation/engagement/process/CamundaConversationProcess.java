package org.acmconversation.engagement.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.acmconversation.engagement.ConversationProcess;
import org.acmconversation.engagement.ConversationSuspendedException;
import org.acmconversation.engagement.CurrentActivity;
import org.acmconversation.engagement.Engagement;
import org.acmconversation.engagement.MissingConversationException;
import org.acmconversation.model.ConversationModel;
import org.acmconversation.model.ConversationModel.Message;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** The conversation as a process instance of Camunda 7, found by its business key, the engagement's id. */
@Component
class CamundaConversationProcess implements ConversationProcess {

    /** User tasks and called processes are listed as such; a branch that is done waits at a join for the others. */
    private static final Set<String> NOT_A_WAITING_PLACE =
            Set.of(ActivityTypes.TASK_USER_TASK, ActivityTypes.CALL_ACTIVITY, ActivityTypes.GATEWAY_PARALLEL);

    private static final String MULTI_INSTANCE_BODY = "#multiInstanceBody";

    private final RepositoryService repositoryService;
    private final RuntimeService runtimeService;
    private final TaskService taskService;
    private final ManagementService managementService;

    CamundaConversationProcess(
            RepositoryService repositoryService,
            RuntimeService runtimeService,
            TaskService taskService,
            ManagementService managementService) {
        this.repositoryService = repositoryService;
        this.runtimeService = runtimeService;
        this.taskService = taskService;
        this.managementService = managementService;
    }

    @Override
    public String start(Engagement engagement) {
        try {
            return runtimeService
                    .startProcessInstanceByKey(
                            ConversationModel.PROCESS, businessKey(engagement), EngagementVariables.of(engagement))
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

    private void send(String message, Engagement engagement) {
        ProcessInstance instance = instance(engagement).orElseThrow(MissingConversationException::new);
        if (instance.isSuspended()) {
            throw ConversationSuspendedException.instance(null);
        }
        try {
            runtimeService
                    .createMessageCorrelation(message)
                    .processInstanceId(instance.getId())
                    .correlateWithResult();
        } catch (SuspendedEntityInteractionException e) {
            throw ConversationSuspendedException.instance(e);
        } catch (OptimisticLockingException e) {
            // A job or a task that was completed at the same moment came first; the caller's transaction has to run
            // again.
            throw new OptimisticLockingFailureException("The process instance went on meanwhile", e);
        }
    }

    /** By the business key: an instance that was restarted has another id. */
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
        ProcessDefinition model = repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionKey(ConversationModel.PROCESS)
                .latestVersion()
                .singleResult();
        try {
            return runtimeService
                    .createProcessInstanceById(model.getId())
                    .businessKey(businessKey(engagement))
                    .setVariables(EngagementVariables.of(engagement))
                    .startBeforeActivity(startOfWithdrawal(model))
                    .execute()
                    .getId();
        } catch (SuspendedEntityInteractionException e) {
            throw ConversationSuspendedException.model(e);
        }
    }

    private String startOfWithdrawal(ProcessDefinition model) {
        return repositoryService.getBpmnModelInstance(model.getId()).getModelElementsByType(StartEvent.class).stream()
                .filter(start -> start.getEventDefinitions().stream()
                        .anyMatch(event -> event instanceof MessageEventDefinition received
                                && Message.ENGAGEMENT_WITHDRAWN.equals(
                                        received.getMessage().getName())))
                .map(StartEvent::getId)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Model %s does not start at the message %s"
                        .formatted(model.getId(), Message.ENGAGEMENT_WITHDRAWN)));
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

    /** One read of many: call it within {@link org.acmconversation.database.Transactions#read}. */
    @Override
    public List<CurrentActivity> currentActivities(Engagement engagement) {
        List<CurrentActivity> activities = new ArrayList<>();
        for (Task task : taskService
                .createTaskQuery()
                .processInstanceBusinessKey(businessKey(engagement))
                .orderByTaskCreateTime()
                .asc()
                .orderByTaskId()
                .asc()
                .list()) {
            activities.add(userTask(task));
        }
        for (ProcessInstance instance : runtimeService
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey(engagement))
                .list()) {
            ActivityInstance tree = runtimeService.getActivityInstance(instance.getId());
            if (tree != null) {
                addWithoutTask(tree, activities);
            }
        }
        return activities;
    }

    private CurrentActivity userTask(Task task) {
        List<String> groups = taskService.getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                .map(IdentityLink::getGroupId)
                .sorted()
                .toList();
        return new CurrentActivity(
                task.getTaskDefinitionKey(),
                task.getName(),
                task.getId(),
                groups,
                task.getAssignee(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant());
    }

    /** Adds the jobs that the instance waits for, and whatever else is neither a person's nor a called process's. */
    private void addWithoutTask(ActivityInstance activity, List<CurrentActivity> activities) {
        for (TransitionInstance transition : activity.getChildTransitionInstances()) {
            if (hasJob(transition)) {
                activities.add(waiting(transition.getActivityId(), transition.getActivityName()));
            }
        }
        for (ActivityInstance child : activity.getChildActivityInstances()) {
            boolean isLeaf =
                    child.getChildActivityInstances().length == 0 && child.getChildTransitionInstances().length == 0;
            if (isLeaf && !NOT_A_WAITING_PLACE.contains(child.getActivityType())) {
                activities.add(waiting(child.getActivityId(), child.getActivityName()));
            }
            addWithoutTask(child, activities);
        }
    }

    /**
     * Of several instances of one activity, those that have ended are kept as transitions, too; nothing waits there.
     */
    private boolean hasJob(TransitionInstance transition) {
        return managementService
                        .createJobQuery()
                        .executionId(transition.getExecutionId())
                        .count()
                > 0;
    }

    private static CurrentActivity waiting(String activityId, String name) {
        return new CurrentActivity(activityId.replace(MULTI_INSTANCE_BODY, ""), name, null, List.of(), null, null);
    }

    private static String businessKey(Engagement engagement) {
        return engagement.id().toString();
    }
}
