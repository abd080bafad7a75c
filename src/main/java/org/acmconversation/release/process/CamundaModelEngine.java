package org.acmconversation.release.process;

import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.acmconversation.engine.model.RefusedModelsException;
import org.acmconversation.engine.model.RunningModels;
import org.acmconversation.problem.Outage;
import org.acmconversation.release.ModelEngine;
import org.acmconversation.release.ModelsRefusedException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.springframework.stereotype.Component;

/** Deploys releases in Camunda 7. */
@Component
class CamundaModelEngine implements ModelEngine {

    /**
     * Name of the deployments that nodes made before there were releases. Those of people have files without a folder.
     */
    private static final String OF_NODES = "acm-conversation";

    private static final String FOLDER = "processes/";

    private final RepositoryService repositoryService;

    CamundaModelEngine(RepositoryService repositoryService) {
        this.repositoryService = repositoryService;
    }

    @Override
    public String deploy(String name, Map<String, byte[]> models) {
        DeploymentBuilder deployment = repositoryService.createDeployment().name(name);
        models.forEach((path, content) -> deployment.addInputStream(FOLDER + path, new ByteArrayInputStream(content)));
        try {
            return deployment.deploy().getId();
        } catch (RefusedModelsException e) {
            throw new ModelsRefusedException(e.reasons(), e);
        } catch (ProcessEngineException e) {
            throw Outage.isCauseOf(e) ? e : new ModelsRefusedException(e);
        }
    }

    @Override
    public Optional<Map<String, byte[]>> deployedByPeople(Collection<String> ofNodes) {
        Set<String> latest = new HashSet<>();
        Stream.of(
                        repositoryService
                                .createProcessDefinitionQuery()
                                .latestVersion()
                                .list(),
                        repositoryService
                                .createDecisionDefinitionQuery()
                                .latestVersion()
                                .list())
                .flatMap(Collection::stream)
                .map(ResourceDefinition::getDeploymentId)
                .forEach(latest::add);
        latest.removeAll(ofNodes);
        if (latest.stream().allMatch(this::isOfNode)) {
            return Optional.empty();
        }
        Map<String, byte[]> files = new HashMap<>();
        RunningModels.files(repositoryService)
                .forEach((name, content) ->
                        files.put(name.startsWith(FOLDER) ? name.substring(FOLDER.length()) : name, content));
        return Optional.of(files);
    }

    private boolean isOfNode(String id) {
        Deployment deployment = repositoryService
                .createDeploymentQuery()
                .deploymentId(id)
                .deploymentName(OF_NODES)
                .singleResult();
        return deployment != null
                && repositoryService.getDeploymentResourceNames(id).stream().allMatch(path -> path.startsWith(FOLDER));
    }
}
