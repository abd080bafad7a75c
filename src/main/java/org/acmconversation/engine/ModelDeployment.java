package org.acmconversation.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models that travel with the application, as one deployment, before the first request is answered. Models
 * that have not changed since the last deployment make no new version, wherever the application runs from: the engine's
 * own auto-deployment names resources by their absolute path, which differs from node to node.
 */
@Component
class ModelDeployment implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(ModelDeployment.class);

    private static final String NAME = "acm-conversation";
    private static final String FOLDER = "processes/";

    private final RepositoryService repositoryService;
    private final ResourcePatternResolver resources;

    ModelDeployment(RepositoryService repositoryService, ResourcePatternResolver resources) {
        this.repositoryService = repositoryService;
        this.resources = resources;
    }

    @Override
    public void afterSingletonsInstantiated() {
        DeploymentBuilder deployment =
                repositoryService.createDeployment().name(NAME).enableDuplicateFiltering(false);
        for (String type : new String[] {"bpmn", "dmn", "form"}) {
            addAll(type, deployment);
        }
        Deployment deployed = deployment.deploy();
        log.info("Models are those of deployment {} of {}", deployed.getId(), deployed.getDeploymentTime());
    }

    private void addAll(String type, DeploymentBuilder deployment) {
        try {
            for (Resource model : resources.getResources("classpath*:" + FOLDER + "**/*." + type)) {
                String url = model.getURL().toString();
                try (InputStream content = model.getInputStream()) {
                    deployment.addInputStream(url.substring(url.lastIndexOf(FOLDER)), content);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The models that travel with the application cannot be read", e);
        }
    }
}
