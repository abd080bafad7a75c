package org.acmconversation.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.acmconversation.engine.PublishedModelSets.Jar;
import org.acmconversation.engine.PublishedModelSets.PublishedSet;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes the packaged models at start, as one deployment, unless a node has published them before, a node has
 * published those of a later build, or a person has deployed the latest models. In these cases it logs the reason.
 */
@Component
class ModelDeployment implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(ModelDeployment.class);

    private static final String NAME = "acm-conversation";

    /** The engine's deployment lock, so that nobody deploys between the check and the deployment. */
    private static final String LOCK = "select NAME_ from ACT_GE_PROPERTY where NAME_ = 'deployment.lock' for update";

    private final RepositoryService repositoryService;
    private final PublishedModelSets published;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ResourcePatternResolver resources;
    private final ObjectProvider<BuildProperties> build;

    ModelDeployment(
            RepositoryService repositoryService,
            PublishedModelSets published,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ResourcePatternResolver resources,
            ObjectProvider<BuildProperties> build) {
        this.repositoryService = repositoryService;
        this.published = published;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.resources = resources;
        this.build = build;
    }

    @Override
    public void afterSingletonsInstantiated() {
        BuildProperties own = build.getIfAvailable();
        publish(ModelSet.of(resources), own == null ? Jar.UNKNOWN : new Jar(own.getVersion(), own.getTime()));
    }

    /** @param jar the jar with the models */
    void publish(ModelSet models, Jar jar) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql(LOCK).query(String.class).list();
            if (published.latest().isEmpty()) {
                noteWhatVersionsWithoutAListDeployed();
            }
            publishOrSayWhyNot(models, jar);
        });
    }

    private void publishOrSayWhyNot(ModelSet models, Jar jar) {
        String sha256 = models.sha256();
        PublishedSet latest = published.latest().orElse(null);
        if (latest != null && latest.sha256().equals(sha256) && isThere(latest)) {
            log.info("The models of this version are those of deployment {}", latest.deploymentId());
        } else if (published.contains(sha256)) {
            notPublished("a node published them before, and they were replaced or deleted");
        } else if (latest != null && jar.isOlderThan(latest.jar())) {
            notPublished("those of deployment %s are of a later build (version %s of %s)"
                    .formatted(
                            latest.deploymentId(),
                            latest.jar().version(),
                            latest.jar().builtAt()));
        } else {
            List<String> ofPeople = latestDeploymentsOfPeople();
            if (ofPeople.isEmpty()) {
                deploy(models, sha256, jar);
            } else {
                notPublished("people have deployed later ones (deployment %s)".formatted(String.join(", ", ofPeople)));
            }
        }
    }

    private boolean isThere(PublishedSet set) {
        return repositoryService
                        .createDeploymentQuery()
                        .deploymentId(set.deploymentId())
                        .count()
                > 0;
    }

    private static void notPublished(String reason) {
        log.warn("The models of this version are not published: {}. To have them, deploy them", reason);
    }

    private void deploy(ModelSet models, String sha256, Jar jar) {
        DeploymentBuilder deployment = repositoryService.createDeployment().name(NAME);
        models.files().forEach((path, content) -> deployment.addInputStream(path, new ByteArrayInputStream(content)));
        String id = deployment.deploy().getId();
        published.add(new PublishedSet(id, sha256, jar));
        log.info("The models of this version are published, as deployment {}", id);
    }

    /** Returns the deployments by people that contain the latest version of a process or decision. */
    private List<String> latestDeploymentsOfPeople() {
        Set<String> ofNodes = new HashSet<>(published.deploymentIds());
        return Stream.of(
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
                .filter(id -> !ofNodes.contains(id))
                .distinct()
                .toList();
    }

    /**
     * Recognizes deployments by nodes of older versions by their name and paths; people deploy files without a folder.
     */
    private void noteWhatVersionsWithoutAListDeployed() {
        for (Deployment deployment : repositoryService
                .createDeploymentQuery()
                .deploymentName(NAME)
                .orderByDeploymentTime()
                .asc()
                .list()) {
            List<String> paths = repositoryService.getDeploymentResourceNames(deployment.getId());
            if (paths.stream().allMatch(path -> path.startsWith(ModelSet.FOLDER))) {
                Map<String, byte[]> files = new TreeMap<>();
                paths.forEach(path -> files.put(path, content(deployment, path)));
                published.add(new PublishedSet(deployment.getId(), new ModelSet(files).sha256(), Jar.UNKNOWN));
            }
        }
    }

    private byte[] content(Deployment deployment, String path) {
        try (InputStream content = repositoryService.getResourceAsStream(deployment.getId(), path)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("A model that was deployed cannot be read", e);
        }
    }
}
