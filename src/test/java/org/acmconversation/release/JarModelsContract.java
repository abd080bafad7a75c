package org.acmconversation.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.acmconversation.audit.AuditTrail;
import org.acmconversation.operations.FirstStart;
import org.acmconversation.release.Release.Jar;
import org.acmconversation.release.Release.Origin;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which models a node publishes when it starts, and which it offers as a draft. */
abstract class JarModelsContract {

    private static final Instant BUILT = Instant.parse("2026-11-28T09:00:00Z");
    static final Jar JAR_1 = new Jar("1", BUILT);
    private static final Jar JAR_2 = new Jar("2", BUILT.plus(Duration.ofDays(1)));
    private static final Jar JAR_3 = new Jar("3", BUILT.plus(Duration.ofDays(2)));

    private final ModelSet packaged = JarModels.packaged(new PathMatchingResourcePatternResolver());

    @Autowired
    JarModels jarModels;

    @Autowired
    ReleaseRepository releases;

    @Autowired
    ModelEngine engine;

    @Autowired
    FirstStart firstStart;

    @Autowired
    AuditTrail audit;

    @Autowired
    RepositoryService repositoryService;

    @Autowired
    JdbcClient jdbc;

    /** Simulates a database that only earlier versions have used. */
    @BeforeEach
    void deleteReleases() {
        repositoryService
                .createDeploymentQuery()
                .list()
                .forEach(deployment -> jdbc.sql("insert into model_set (deployment_id, sha256, published_at)"
                                + " values (:id, '', current_timestamp)")
                        .param("id", deployment.getId())
                        .update());
        jdbc.sql("delete from model_migration_case").update();
        jdbc.sql("delete from model_migration").update();
        jdbc.sql("delete from model_release").update();
        jdbc.sql("delete from made_at_start where thing like 'draft of models %'")
                .update();
    }

    @AfterEach
    void restore() {
        deleteReleases();
        jarModels.publish(packaged, Jar.UNKNOWN);
        jdbc.sql("delete from model_set").update();
    }

    /** Returns the application's models, one of which names the set. */
    ModelSet set(String name) {
        Map<String, byte[]> files = new TreeMap<>(packaged.files());
        String model = new String(files.get("ftop-rejection.bpmn"), StandardCharsets.UTF_8);
        files.put(
                "ftop-rejection.bpmn",
                model.replaceFirst("<bpmn:documentation>", "<bpmn:documentation>" + name + ". ")
                        .getBytes(StandardCharsets.UTF_8));
        return new ModelSet(files);
    }

    private Release active() {
        return releases.active().orElseThrow();
    }

    private List<Release> drafts() {
        return releases.all().stream().filter(Release::isDraft).toList();
    }

    private long deployments() {
        return repositoryService.createDeploymentQuery().count();
    }

    @Test
    void firstNodePublishesItsModels() {
        jarModels.publish(set("A"), JAR_1);

        assertThat(active().origin()).isEqualTo(Origin.JAR);
        assertThat(active().sha256()).isEqualTo(set("A").sha256());
        assertThat(repositoryService.getDeploymentResourceNames(active().deploymentId()))
                .contains("processes/acm-conversation.bpmn", "processes/decisions/ftop-catalog.dmn")
                .noneMatch(path -> path.endsWith(".yaml"));
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'release.publish' and actor = 'system'"
                                + " and object_id = :number and occurred_at >= :publishedAt")
                        .param("number", Long.toString(active().number()))
                        .param(
                                "publishedAt",
                                active().createdAt().atOffset(ZoneOffset.UTC).minusSeconds(1))
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void unchangedModelsCreateNoRelease() {
        jarModels.publish(set("A"), JAR_1);
        long before = deployments();

        jarModels.publish(set("A"), JAR_2);

        assertThat(releases.all()).hasSize(1);
        assertThat(deployments()).isEqualTo(before);
    }

    @Test
    void newJarsReplaceModelsOfOlderOnes() {
        jarModels.publish(set("A"), JAR_1);

        jarModels.publish(set("B"), JAR_2);

        assertThat(active().sha256()).isEqualTo(set("B").sha256());
        assertThat(releases.all())
                .extracting(Release::state)
                .containsExactly(ReleaseState.PUBLISHED, ReleaseState.REPLACED);
    }

    /** As when an operator migrates while a new version comes. */
    @Test
    void newJarsEndAMigrationToTheModelsThatTheyReplace() {
        MigrationRepository migrations = mock();
        var starting = new JarModels(releases, engine, migrations, audit, firstStart, mock(), mock());
        jarModels.publish(set("A"), JAR_1);

        starting.publish(set("B"), JAR_2);

        verify(migrations).endAll();
    }

    @Test
    void restartedOldNodesRollNothingBack() {
        jarModels.publish(set("A"), JAR_1);
        jarModels.publish(set("B"), JAR_2);

        jarModels.publish(set("A"), JAR_1);

        assertThat(active().sha256()).isEqualTo(set("B").sha256());
        assertThat(drafts()).isEmpty();
    }

    @Test
    void offersModelsOfAnUnknownOlderJarOnce() {
        jarModels.publish(set("C"), JAR_3);

        jarModels.publish(set("B"), JAR_2);
        releases.delete(drafts().get(0).number());
        jarModels.publish(set("B"), JAR_2);

        assertThat(active().sha256()).isEqualTo(set("C").sha256());
        assertThat(drafts()).isEmpty();
    }

    @Test
    void keepsReleasesOfAnalystsAndOffersTheJarsAsADraft() {
        jarModels.publish(set("A"), JAR_1);
        Release ofAnalyst = releases.add(
                set("of an analyst"), active().number(), Origin.PERSON, "analyst", null, List.of(), Jar.UNKNOWN);
        releases.activate(ofAnalyst.number(), "analyst", active().deploymentId());

        jarModels.publish(set("B"), JAR_2);

        assertThat(active().number()).isEqualTo(ofAnalyst.number());
        assertThat(drafts()).singleElement().satisfies(draft -> {
            assertThat(draft.sha256()).isEqualTo(set("B").sha256());
            assertThat(draft.base()).isEqualTo(ofAnalyst.number());
        });
    }

    @Test
    void earlierDeploymentsBecomeTheFirstRelease() {
        String ofPerson = repositoryService
                .createDeployment()
                .name("by a person")
                .addString("ftop-catalog.dmn", catalog())
                .deploy()
                .getId();
        try {
            jarModels.publish(set("A"), JAR_1);

            assertThat(active().origin()).isEqualTo(Origin.PERSON);
            assertThat(active().deploymentId()).isNull();
            assertThat(releases.files(active().number()).files()).containsKey("decisions/ftop-catalog.dmn");
            assertThat(drafts()).hasSize(1);
        } finally {
            repositoryService.deleteDeployment(ofPerson, true);
        }
    }

    private String catalog() {
        return new String(packaged.files().get("decisions/ftop-catalog.dmn"), StandardCharsets.UTF_8)
                .replace("\"4094\"", "\"5000\"");
    }
}
