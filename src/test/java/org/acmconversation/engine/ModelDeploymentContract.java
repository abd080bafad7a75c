package org.acmconversation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.acmconversation.engine.PublishedModelSets.Jar;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Which models a node publishes when it starts, and which it leaves alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
abstract class ModelDeploymentContract {

    private static final Instant BUILT = Instant.parse("2026-11-28T09:00:00Z");
    private static final Jar JAR_1 = new Jar("1", BUILT);
    private static final Jar JAR_2 = new Jar("2", BUILT.plus(Duration.ofDays(1)));
    private static final Jar JAR_3 = new Jar("3", BUILT.plus(Duration.ofDays(2)));

    private ProcessEngine engine;
    private RepositoryService repositoryService;
    private JdbcClient jdbc;
    private ModelDeployment models;

    abstract DataSource database();

    @BeforeAll
    void start() {
        DataSource database = database();
        var configuration = new SpringProcessEngineConfiguration();
        configuration.setProcessEngineName("models-" + getClass().getSimpleName());
        configuration.setApplicationContext(new StaticApplicationContext());
        configuration.setDataSource(database);
        configuration.setTransactionManager(new DataSourceTransactionManager(database));
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistoryTimeToLive("P1D");
        engine = configuration.buildProcessEngine();
        new ResourceDatabasePopulator(new ClassPathResource("db/common/V63__model_sets.sql")).execute(database);
        repositoryService = engine.getRepositoryService();
        jdbc = JdbcClient.create(database);
        models = new ModelDeployment(
                repositoryService,
                new PublishedModelSets(jdbc),
                jdbc,
                new DataSourceTransactionManager(database),
                new PathMatchingResourcePatternResolver(),
                null);
    }

    @AfterAll
    void end() {
        engine.close();
    }

    @BeforeEach
    void nothingIsDeployed() {
        repositoryService
                .createDeploymentQuery()
                .list()
                .forEach(deployment -> repositoryService.deleteDeployment(deployment.getId(), true));
        jdbc.sql("delete from model_set").update();
    }

    @Test
    void modelsThatHaveNotChangedMakeNoNewVersion() {
        models.publish(set("A"), JAR_1);
        models.publish(set("A"), JAR_2);

        assertThat(deployments()).isOne();
        assertThat(version()).isOne();
    }

    @Test
    void theSetIsPublishedAsAWholeWhenOneFileHasChanged() {
        models.publish(set("A"), JAR_1);
        models.publish(set("B"), JAR_2);

        assertThat(latest()).isEqualTo("B");
        assertThat(repositoryService
                        .createProcessDefinitionQuery()
                        .latestVersion()
                        .list())
                .hasSize(2)
                .allMatch(process -> process.getVersion() == 2);
    }

    @Test
    void aNodeOfTheOldVersionDoesNotPublishItsModelsAgain(CapturedOutput log) {
        models.publish(set("A"), JAR_1);
        models.publish(set("B"), JAR_2);

        models.publish(set("A"), JAR_1);

        assertThat(latest()).isEqualTo("B");
        assertThat(log).contains("not published: a node published them before");
    }

    @Test
    void aNodeOfAnOlderVersionThatWasNeverHereDoesNotPublishItsModelsEither(CapturedOutput log) {
        models.publish(set("C"), JAR_3);

        models.publish(set("B"), JAR_2);

        assertThat(latest()).isEqualTo("C");
        assertThat(log)
                .contains("not published: those of deployment", "later build (version 3 of 2026-11-30T09:00:00Z)");
    }

    @Test
    void modelsThatSomebodyDeletedAreNotPublishedAgain(CapturedOutput log) {
        models.publish(set("A"), JAR_1);
        models.publish(set("B"), JAR_2);
        repositoryService
                .createDeploymentQuery()
                .list()
                .forEach(deployment -> repositoryService.deleteDeployment(deployment.getId(), true));

        models.publish(set("A"), JAR_1);
        models.publish(set("B"), JAR_2);

        assertThat(deployments()).isZero();
        assertThat(log).contains("not published: a node published them before, and they were replaced or deleted");
    }

    @Test
    void modelsOfADevelopmentEnvironmentWhichHasNoBuildArePublished() {
        models.publish(set("A"), JAR_1);

        models.publish(set("B"), Jar.UNKNOWN);

        assertThat(latest()).isEqualTo("B");
    }

    @Test
    void whatAnAnalystHasDeployedStaysTheLatest(CapturedOutput log) {
        models.publish(set("A"), JAR_1);
        // As Modeler calls the deployment and the file of this name.
        Deployment ofAnalyst = repositoryService
                .createDeployment()
                .name("acm-conversation")
                .addString("acm-conversation.bpmn", process("acm-conversation", "of an analyst"))
                .deploy();

        models.publish(set("A"), JAR_1);
        models.publish(set("B"), JAR_2);

        assertThat(latest()).isEqualTo("of an analyst");
        assertThat(log).contains("not published: people have deployed later ones (deployment " + ofAnalyst.getId());
    }

    @Test
    void onceThatDeploymentIsDeletedANewVersionPublishesItsModels() {
        models.publish(set("A"), JAR_1);
        Deployment ofAnalyst = repositoryService
                .createDeployment()
                .addString("acm-conversation.bpmn", process("acm-conversation", "of an analyst"))
                .deploy();
        repositoryService.deleteDeployment(ofAnalyst.getId(), true);

        models.publish(set("B"), JAR_2);

        assertThat(latest()).isEqualTo("B");
    }

    @Test
    void whatAVersionDeployedThatKeptNoListIsKnownAndCountsAsANodes() {
        deployAsBefore(set("A"));
        deployAsBefore(set("B"));

        models.publish(set("A"), JAR_1);
        assertThat(latest()).isEqualTo("B");
        models.publish(set("B"), JAR_1);
        assertThat(deployments()).isEqualTo(2);
        models.publish(set("C"), JAR_2);
        assertThat(latest()).isEqualTo("C");
    }

    @Test
    void whatAnAnalystDeployedBeforeThereWasAListStaysToo() {
        deployAsBefore(set("A"));
        repositoryService
                .createDeployment()
                .name("acm-conversation")
                .addString("acm-conversation.bpmn", process("acm-conversation", "of an analyst"))
                .deploy();

        models.publish(set("B"), JAR_2);

        assertThat(latest()).isEqualTo("of an analyst");
    }

    @Test
    void nodesThatStartAtOncePublishTheModelsOnce() {
        atOnce(() -> models.publish(set("A"), JAR_1));

        assertThat(deployments()).isOne();
        assertThat(jdbc.sql("select count(*) from model_set").query(Long.class).single())
                .isOne();
    }

    @Test
    void ofTwoVersionsThatStartAtOnceTheNewerOnesModelsAreTheLatest() {
        atOnce(() -> models.publish(set("A"), JAR_1), () -> models.publish(set("B"), JAR_2));

        assertThat(latest()).isEqualTo("B");
        assertThat(deployments()).isBetween(1L, 2L);
    }

    @Test
    void theModelsOfTheApplicationAreFoundByTheSamePathsOnEveryNode() {
        ModelSet own = ModelSet.of(new PathMatchingResourcePatternResolver());

        assertThat(own.files().keySet())
                .contains(
                        "processes/acm-conversation.bpmn",
                        "processes/decisions/ftop-catalog.dmn",
                        "processes/forms/request-sme.form")
                .allMatch(path -> path.startsWith("processes/"));
        assertThat(own.sha256())
                .isEqualTo(
                        ModelSet.of(new PathMatchingResourcePatternResolver()).sha256());
    }

    private static void atOnce(Runnable... starts) {
        IntStream.range(0, 4)
                .boxed()
                .flatMap(number -> Stream.of(starts))
                .map(CompletableFuture::runAsync)
                .toList()
                .forEach(CompletableFuture::join);
    }

    /** A set of two processes, one of which says which set it is of. */
    private static ModelSet set(String name) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("processes/acm-conversation.bpmn", bytes(process("acm-conversation", name)));
        files.put("processes/value-discussion.bpmn", bytes(process("value-discussion", "the same")));
        return new ModelSet(files);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String process(String id, String name) {
        return Models.process(id, "<bpmn:userTask id='step'/>")
                .replace("<bpmn:process id=", "<bpmn:process name='%s' id=".formatted(name));
    }

    private void deployAsBefore(ModelSet set) {
        DeploymentBuilder deployment =
                repositoryService.createDeployment().name("acm-conversation").enableDuplicateFiltering(false);
        set.files().forEach((path, content) -> deployment.addString(path, new String(content, StandardCharsets.UTF_8)));
        deployment.deploy();
    }

    private long deployments() {
        return repositoryService.createDeploymentQuery().count();
    }

    private String latest() {
        return repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionKey("acm-conversation")
                .latestVersion()
                .singleResult()
                .getName();
    }

    private int version() {
        return repositoryService
                .createProcessDefinitionQuery()
                .processDefinitionKey("acm-conversation")
                .latestVersion()
                .singleResult()
                .getVersion();
    }
}
