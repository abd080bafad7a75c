package org.acmconversation.release.process;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.acmconversation.engine.instance.InstanceMigration;
import org.acmconversation.engine.instance.RunningInstances;
import org.acmconversation.problem.Outage;
import org.acmconversation.release.CannotMigrateException;
import org.acmconversation.release.MigrationObjection;
import org.acmconversation.release.RunningEngagements;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.migration.MigrationPlanValidationReport;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.Resource;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/** Counts and migrates process instances of Camunda 7. */
@Component
class CamundaRunningEngagements implements RunningEngagements {

    private static final String FOLDER = "processes/";

    private final RunningInstances instances;
    private final InstanceMigration migration;
    private final RepositoryService repositoryService;

    CamundaRunningEngagements(
            RunningInstances instances, InstanceMigration migration, RepositoryService repositoryService) {
        this.instances = instances;
        this.migration = migration;
        this.repositoryService = repositoryService;
    }

    @Override
    public long count() {
        return instances.count();
    }

    @Override
    public List<RunningModel> models() {
        return instances.definitions().stream().map(this::model).toList();
    }

    private RunningModel model(String definitionId) {
        ProcessDefinition definition = repositoryService.getProcessDefinition(definitionId);
        return new RunningModel(definitionId, definition.getKey(), definition.getDeploymentId());
    }

    @Override
    public Map<String, byte[]> deployed(String deploymentId) {
        Map<String, byte[]> files = new HashMap<>();
        for (Resource resource : repositoryService.getDeploymentResources(deploymentId)) {
            String name = resource.getName();
            files.put(name.startsWith(FOLDER) ? name.substring(FOLDER.length()) : name, resource.getBytes());
        }
        return files;
    }

    @Override
    public List<Place> places() {
        return instances.places().stream()
                .map(place -> new Place(place.processDefinitionId(), place.activityId(), place.count()))
                .toList();
    }

    @Override
    public long countOf(Collection<String> definitionIds) {
        return instances.countOf(definitionIds);
    }

    @Override
    public List<String> of(Collection<String> definitionIds) {
        return instances.rootInstancesOf(definitionIds);
    }

    @Override
    public long countWithout(String variable, Place place) {
        return instances.countWithout(variable, ofEngine(place));
    }

    @Override
    public long countAt(Collection<Place> places) {
        return instances.countAt(
                places.stream().map(CamundaRunningEngagements::ofEngine).toList());
    }

    private static RunningInstances.Place ofEngine(Place place) {
        return new RunningInstances.Place(place.definitionId(), place.activityId(), place.count());
    }

    @Override
    public Collection<Mapping> refused(String definitionId, String deploymentId, List<Mapping> mappings) {
        return migration.refused(definitionId, deploymentId, ofEngine(mappings)).stream()
                .map(mapping -> new Mapping(mapping.process(), mapping.from(), mapping.to()))
                .toList();
    }

    private static List<InstanceMigration.Mapping> ofEngine(List<Mapping> mappings) {
        return mappings.stream()
                .map(mapping -> new InstanceMigration.Mapping(mapping.process(), mapping.from(), mapping.to()))
                .toList();
    }

    @Override
    public void migrate(String rootInstanceId, String deploymentId, List<Mapping> mappings) {
        try {
            migration.migrate(rootInstanceId, deploymentId, ofEngine(mappings));
        } catch (OptimisticLockingException e) {
            throw new OptimisticLockingFailureException("The process instance was changed concurrently", e);
        } catch (MigratingProcessInstanceValidationException e) {
            throw new CannotMigrateException(objections(rootInstanceId, e.getValidationReport()), true, e);
        } catch (MigrationPlanValidationException e) {
            throw new CannotMigrateException(objections(e.getValidationReport()), false, e);
        } catch (ProcessEngineException e) {
            throw Outage.isCauseOf(e) ? e : new CannotMigrateException(e);
        }
    }

    private List<MigrationObjection> objections(
            String rootInstanceId, MigratingProcessInstanceValidationReport report) {
        String definition = instances.instancesOf(rootInstanceId).get(report.getProcessInstanceId());
        return MigrationObjections.of(report, id -> definition == null ? id : nameOf(definition, id));
    }

    private List<MigrationObjection> objections(MigrationPlanValidationReport report) {
        String definition = report.getMigrationPlan().getSourceProcessDefinitionId();
        return MigrationObjections.of(report, id -> nameOf(definition, id));
    }

    private String nameOf(String definitionId, String activityId) {
        // The engine names a multi-instance body after its activity, with a suffix that begins with #.
        String id = activityId.split("#", 2)[0];
        ModelElementInstance element =
                repositoryService.getBpmnModelInstance(definitionId).getModelElementById(id);
        return element instanceof FlowElement named && named.getName() != null
                ? "«%s»".formatted(named.getName().replaceAll("\\s+", " ").strip())
                : id;
    }
}
