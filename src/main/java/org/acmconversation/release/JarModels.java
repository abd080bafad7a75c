package org.acmconversation.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.acmconversation.audit.AuditTrail;
import org.acmconversation.operations.FirstStart;
import org.acmconversation.release.Release.Jar;
import org.acmconversation.release.Release.Origin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Publishes the models of the jar at start if that reverts nothing: if there was never a release, or if the active one
 * came from an older jar. Otherwise it logs the reason, and offers the jar's models as a draft.
 */
@Component
class JarModels implements SmartInitializingSingleton {

    /** The author of what a node publishes. */
    static final String SYSTEM = "system";

    private static final Logger log = LoggerFactory.getLogger(JarModels.class);

    private static final String FOLDER = "processes/";
    private static final List<String> TYPES = List.of("bpmn", "dmn", "form", "yaml");

    private final ReleaseRepository releases;
    private final ModelEngine engine;
    private final MigrationRepository migrations;
    private final AuditTrail audit;
    private final FirstStart firstStart;
    private final ResourcePatternResolver resources;
    private final ObjectProvider<BuildProperties> build;

    JarModels(
            ReleaseRepository releases,
            ModelEngine engine,
            MigrationRepository migrations,
            AuditTrail audit,
            FirstStart firstStart,
            ResourcePatternResolver resources,
            ObjectProvider<BuildProperties> build) {
        this.releases = releases;
        this.engine = engine;
        this.migrations = migrations;
        this.audit = audit;
        this.firstStart = firstStart;
        this.resources = resources;
        this.build = build;
    }

    @Override
    public void afterSingletonsInstantiated() {
        BuildProperties own = build.getIfAvailable();
        publish(packaged(resources), own == null ? Jar.UNKNOWN : new Jar(own.getVersion(), own.getTime()));
    }

    /** The models in the jar. Of two with the same path the first on the class path counts. */
    static ModelSet packaged(ResourcePatternResolver resources) {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            for (String type : TYPES) {
                for (Resource model : resources.getResources("classpath*:" + FOLDER + "**/*." + type)) {
                    String url = model.getURL().toString();
                    files.putIfAbsent(
                            url.substring(url.lastIndexOf(FOLDER) + FOLDER.length()), model.getContentAsByteArray());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The models in the jar cannot be read", e);
        }
        return new ModelSet(files);
    }

    void publish(ModelSet models, Jar jar) {
        firstStart.exclusively(() -> {
            Release active = releases.lockActive().orElse(null);
            if (active == null) {
                publishFirst(models, jar);
            } else {
                publishNext(models, jar, active);
            }
        });
    }

    private void publishFirst(ModelSet models, Jar jar) {
        Optional<Map<String, byte[]>> ofPeople = engine.deployedByPeople(releases.deploymentsBeforeReleases());
        if (ofPeople.isEmpty()) {
            deploy(models, jar, null);
        } else {
            Release kept = releases.add(
                    withPaths(ofPeople.get(), models), null, Origin.PERSON, SYSTEM, null, List.of(), Jar.UNKNOWN);
            releases.activate(kept.number(), SYSTEM, null);
            offer(models, jar, kept, "people have deployed others, which are now release " + kept.number());
        }
    }

    /** People deployed files without their folders. */
    private static ModelSet withPaths(Map<String, byte[]> files, ModelSet known) {
        Map<String, byte[]> withPaths = new TreeMap<>();
        files.forEach((name, content) -> withPaths.put(
                known.files().keySet().stream()
                        .filter(path -> path.endsWith("/" + name))
                        .findFirst()
                        .orElse(name),
                content));
        return new ModelSet(withPaths);
    }

    private void publishNext(ModelSet models, Jar jar, Release active) {
        String sha256 = models.sha256();
        if (active.sha256().equals(sha256)) {
            log.info("The models of this version are release {}, the active one", active.number());
        } else if (releases.contains(sha256)) {
            log.warn(
                    "The models of this version are not published: they were published before, and release {} is"
                            + " active",
                    active.number());
        } else if (active.origin() == Origin.PERSON) {
            offer(models, jar, active, "an analyst published release " + active.number());
        } else if (jar.isOlderThan(active.jar())) {
            offer(
                    models,
                    jar,
                    active,
                    "release %d is of a later build (version %s of %s)"
                            .formatted(
                                    active.number(),
                                    active.jar().version(),
                                    active.jar().builtAt()));
        } else {
            deploy(models, jar, active);
        }
    }

    private void deploy(ModelSet models, Jar jar, @Nullable Release before) {
        Release release = releases.add(
                models, before == null ? null : before.number(), Origin.JAR, SYSTEM, jar.version(), List.of(), jar);
        String deployment = engine.deploy("release " + release.number(), models.models());
        releases.activate(release.number(), SYSTEM, deployment);
        migrations.endAll();
        record("release.publish", release);
        log.info("The models of this version are published, as release {}", release.number());
    }

    private void record(String action, Release release) {
        audit.record(SYSTEM, action, Long.toString(release.number()), null, Map.of("sha256", release.sha256()));
    }

    /** Offers a set once, even if the draft is deleted. */
    private void offer(ModelSet models, Jar jar, Release active, String reason) {
        String thing = "draft of models " + models.sha256();
        String draft = "";
        if (firstStart.claimUncreated(Set.of(thing)).contains(thing)) {
            Release offered = releases.add(models, active.number(), Origin.JAR, SYSTEM, jar.version(), List.of(), jar);
            record("release.create", offered);
            draft = ". They are draft " + offered.number();
        }
        log.warn("The models of this version are not published: {}{}", reason, draft);
    }
}
