package org.acmconversation.engine.instance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.acmconversation.engine.task.TaskObservers;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.migration.MigrationInstruction;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.stereotype.Component;

/**
 * Migrates an engagement to other definitions: its process instance and those that it calls, in the current
 * transaction. Then updates what the engine leaves unchanged.
 */
@Component
public class InstanceMigration {

    private static final int MAX_PLANS = 100;

    private final RuntimeService runtimeService;
    private final RepositoryService repositoryService;
    private final ProcessEngineConfigurationImpl configuration;
    private final RunningInstances instances;
    private final TaskObservers observers;

    /** Plans are the same for thousands of engagements, and the engine compares all activities to make one. */
    private final Map<Route, Optional<MigrationPlan>> plans = new ConcurrentHashMap<>();

    InstanceMigration(
            RuntimeService runtimeService,
            RepositoryService repositoryService,
            ProcessEngineConfigurationImpl configuration,
            RunningInstances instances,
            TaskObservers observers) {
        this.runtimeService = runtimeService;
        this.repositoryService = repositoryService;
        this.configuration = configuration;
        this.instances = instances;
        this.observers = observers;
    }

    /**
     * A target for tokens that do not stay at their activity.
     *
     * @param process process id
     * @param from activity id in the old model
     * @param to activity id in the new one
     */
    public record Mapping(String process, String from, String to) {}

    /** What decides on a plan: definitions and deployments never change. */
    private record Route(String definitionId, String deploymentId, List<Mapping> mappings) {}

    /**
     * Migrates an engagement.
     *
     * @param rootInstanceId id of the root process instance
     * @param deploymentId deployment with the new definitions; a process that it does not contain is not migrated
     * @return whether the engagement is still running
     * @throws org.camunda.bpm.engine.ProcessEngineException if a token has no place in the new definition
     */
    public boolean migrate(String rootInstanceId, String deploymentId, List<Mapping> mappings) {
        Map<String, String> found = instances.instancesOf(rootInstanceId);
        found.forEach((instance, definition) ->
                plan(new Route(definition, deploymentId, mappings)).ifPresent(plan -> migrate(instance, plan)));
        return !found.isEmpty();
    }

    /** Returns the mappings that the engine rejects for a definition, whether or not an engagement waits there. */
    public List<Mapping> refused(String definitionId, String deploymentId, List<Mapping> mappings) {
        try {
            plan(new Route(definitionId, deploymentId, mappings));
            return List.of();
        } catch (MigrationPlanValidationException e) {
            Set<String> sources = e.getValidationReport().getInstructionReports().stream()
                    .map(report -> report.getMigrationInstruction().getSourceActivityId())
                    .collect(Collectors.toSet());
            String process =
                    repositoryService.getProcessDefinition(definitionId).getKey();
            List<Mapping> own = mappings.stream()
                    .filter(mapping -> mapping.process().equals(process))
                    .toList();
            List<Mapping> named = own.stream()
                    .filter(mapping -> sources.contains(mapping.from()))
                    .toList();
            // A mapping of a subprocess may break the instruction of a step in it.
            return named.isEmpty() ? own : named;
        }
    }

    /** Returns the plan; empty if the instance stays as it is. */
    private Optional<MigrationPlan> plan(Route route) {
        Optional<MigrationPlan> known = plans.get(route);
        if (known != null) {
            return known;
        }
        if (plans.size() >= MAX_PLANS) {
            plans.clear();
        }
        ProcessDefinition source = repositoryService.getProcessDefinition(route.definitionId());
        ProcessDefinition target = repositoryService
                .createProcessDefinitionQuery()
                .deploymentId(route.deploymentId())
                .processDefinitionKey(source.getKey())
                .singleResult();
        Optional<MigrationPlan> plan = target == null || target.getId().equals(source.getId())
                ? Optional.empty()
                : Optional.of(plan(source, target, route.mappings()));
        plans.put(route, plan);
        return plan;
    }

    private void migrate(String instance, MigrationPlan plan) {
        var alignment = new MigratedTasks(plan.getSourceProcessDefinitionId(), plan.getTargetProcessDefinitionId());
        configuration.getCommandExecutorTxRequired().execute(context -> {
            alignment.remember(instance, context);
            return null;
        });
        runtimeService.newMigration(plan).processInstanceIds(instance).execute();
        configuration.getCommandExecutorTxRequired().execute(context -> {
            alignment.align(instance, context);
            return null;
        });
        // Tasks may be at other activities and for other groups. Read them again: the groups have just been written.
        configuration.getCommandExecutorTxRequired().execute(context -> {
            context.getTaskManager().findTasksByProcessInstanceId(instance).forEach(observers::changed);
            return null;
        });
    }

    /** Tokens stay at their activities, unless a mapping names another one. */
    private MigrationPlan plan(ProcessDefinition source, ProcessDefinition target, List<Mapping> mappings) {
        BpmnModelInstance model = repositoryService.getBpmnModelInstance(source.getId());
        // Engagements of several versions move at once: some do not have the activity that others need a mapping for.
        List<Mapping> own = mappings.stream()
                .filter(mapping -> mapping.process().equals(source.getKey()))
                .filter(mapping -> model.getModelElementById(mapping.from()) != null)
                .toList();
        MigrationPlan same = runtimeService
                .createMigrationPlan(source.getId(), target.getId())
                .mapEqualActivities()
                .build();
        if (own.isEmpty()) {
            return same;
        }
        MigrationPlanBuilder plan = runtimeService.createMigrationPlan(source.getId(), target.getId());
        for (MigrationInstruction instruction : same.getInstructions()) {
            if (own.stream().noneMatch(mapping -> mapping.from().equals(instruction.getSourceActivityId()))) {
                plan.mapActivities(instruction.getSourceActivityId(), instruction.getTargetActivityId());
            }
        }
        own.forEach(mapping -> plan.mapActivities(mapping.from(), mapping.to()));
        return plan.build();
    }
}
