package org.acmconversation.engine.model;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.Resource;

/**
 * Loads the model files in use: those of the latest version of each process and decision, and the forms deployed with
 * the processes.
 */
public class RunningModels {

    private RunningModels() {}

    private record Source(String deploymentId, String file) {}

    /**
     * Returns the content by file name. If several deployments contain a form of the same name, the newest one is used.
     */
    public static Map<String, byte[]> files(RepositoryService repository) {
        Set<Source> sources = new HashSet<>();
        Set<String> withProcesses = new HashSet<>();
        for (ProcessDefinition process : repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .withoutTenantId()
                .list()) {
            sources.add(new Source(process.getDeploymentId(), process.getResourceName()));
            withProcesses.add(process.getDeploymentId());
        }
        for (DecisionDefinition decision : repository
                .createDecisionDefinitionQuery()
                .latestVersion()
                .withoutTenantId()
                .list()) {
            sources.add(new Source(decision.getDeploymentId(), decision.getResourceName()));
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Deployment deployment :
                repository.createDeploymentQuery().orderByDeploymentTime().asc().list()) {
            String id = deployment.getId();
            if (sources.stream().anyMatch(source -> source.deploymentId.equals(id))) {
                for (Resource resource : repository.getDeploymentResources(id)) {
                    boolean isForm = resource.getName().endsWith(".form") && withProcesses.contains(id);
                    if (isForm || sources.contains(new Source(id, resource.getName()))) {
                        files.put(resource.getName(), resource.getBytes());
                    }
                }
            }
        }
        return files;
    }
}
