package org.acmconversation.release;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.acmconversation.audit.AuditQuery;
import org.acmconversation.audit.AuditTrail;
import org.acmconversation.database.Transactions;
import org.acmconversation.release.Release.Jar;
import org.acmconversation.release.Release.Origin;
import org.acmconversation.release.ReleaseFinding.Severity;
import org.acmconversation.release.RunningEngagements.Mapping;
import org.acmconversation.scenario.RehearsalResult;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Publishes drafts and rolls releases back: one deployment and one change of the active release in one transaction. */
@Component
public class Publications {

    private static final int MAX_BLOCKERS = 100;

    private final ReleaseRepository repository;
    private final Releases releases;
    private final ReleaseCheck check;
    private final ModelEngine engine;
    private final Transactions transactions;
    private final AuditTrail audit;
    private final ReleaseProperties properties;
    private final Impacts impacts;
    private final Rehearsals rehearsals;
    private final MigrationRepository migrations;

    Publications(
            ReleaseRepository repository,
            Releases releases,
            ReleaseCheck check,
            ModelEngine engine,
            Transactions transactions,
            AuditTrail audit,
            ReleaseProperties properties,
            Impacts impacts,
            Rehearsals rehearsals,
            MigrationRepository migrations) {
        this.repository = repository;
        this.releases = releases;
        this.check = check;
        this.engine = engine;
        this.transactions = transactions;
        this.audit = audit;
        this.properties = properties;
        this.impacts = impacts;
        this.rehearsals = rehearsals;
        this.migrations = migrations;
    }

    /**
     * How to publish.
     *
     * @param migratesAll whether running engagements move to the release
     * @param mappings the target activities of engagements that cannot stay at their current one
     * @param despite reason for publishing although scenarios failed; null to refuse
     * @param seen SHA-256 of the draft that the person has seen; null if unknown
     */
    public record Order(
            boolean migratesAll,
            List<Mapping> mappings,
            @Nullable String despite,
            @Nullable String seen) {

        /** Returns an order to publish only what the person has seen. */
        public Order seen(@Nullable String sha256) {
            return new Order(migratesAll, mappings, despite, sha256);
        }
    }

    /**
     * Makes a draft the active release, or moves running engagements to the active one.
     *
     * @throws ReleaseNotReadyException if something prevents that
     * @throws ReleaseOutdatedException if another release became active since the draft was based on one
     */
    public Release publish(long number, Order order, String approver) {
        return transactions.run(() -> {
            Release active = repository.lockActive().orElseThrow();
            Release draft = repository
                    .lock(number)
                    .orElseThrow(() -> new UnknownReleaseException("There is no release %d.".formatted(number)));
            requireUnchanged(draft, order);
            if (draft.active()) {
                ModelSet set = repository.files(number);
                require(unmappedBlockers(set, order));
                require(deploymentBlockers(draft, order));
                requireMappings(draft, set, order);
                migrate(draft, order);
                if (!order.migratesAll()) {
                    record("release.migrate", number, Map.of("engagements", 0));
                }
                return releases.get(number);
            }
            if (!draft.isDraft()) {
                throw ReleaseOutdatedException.replaced(number);
            }
            if (draft.base() == null || draft.base() != active.number()) {
                throw new ReleaseOutdatedException(number, active.number());
            }
            ModelSet set = repository.files(number);
            List<String> blockers = blockers(draft, set, approver);
            blockers.addAll(scenarioBlockers(draft, order));
            blockers.addAll(unmappedBlockers(set, order));
            require(blockers);
            activate(draft, set, approver);
            requireMappings(releases.get(number), set, order);
            record(
                    "release.publish",
                    number,
                    Map.of(
                            "base",
                            active.number(),
                            "sha256",
                            draft.sha256(),
                            "despite",
                            order.despite() == null ? "" : order.despite()));
            migrate(releases.get(number), order);
            return releases.get(number);
        });
    }

    /** Somebody may have changed or published the draft after the person saw it. */
    private static void requireUnchanged(Release draft, Order order) {
        if (order.seen() != null && !draft.isDraft()) {
            throw new ReleaseNotDraftException(draft.number());
        }
        if (order.seen() != null && !order.seen().equals(draft.sha256())) {
            throw new ReleaseNotReadyException(List.of(Changes.text("blocker.changed")));
        }
    }

    private List<String> blockers(Release draft, ModelSet set, String approver) {
        List<String> blockers = new ArrayList<>();
        check.findings(set).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .limit(MAX_BLOCKERS)
                .map(finding -> Changes.text(
                        "blocker.finding", finding.path(), "[%s]".formatted(finding.elementId()), finding.message()))
                .forEach(blockers::add);
        if (properties.fourEyes() && hasPrepared(draft, approver)) {
            blockers.add(Changes.text("blocker.fourEyes", approver));
        }
        return blockers;
    }

    /** Whether a person has made a draft, or changed that of somebody else. */
    private boolean hasPrepared(Release draft, String person) {
        Set<String> changed = new HashSet<>();
        audit.forEach(
                new AuditQuery(draft.createdAt(), null, person, "release.change", null),
                entry -> changed.add(entry.objectId()));
        return draft.author().equals(person) || changed.contains(Long.toString(draft.number()));
    }

    private List<String> scenarioBlockers(Release draft, Order order) {
        RehearsalResult scenarios = rehearsals.of(draft);
        if (scenarios.state() != RehearsalResult.State.DONE) {
            return List.of(Changes.text("blocker.scenarios"));
        }
        return order.despite() != null
                ? List.of()
                : scenarios.results().stream()
                        .filter(result -> !result.passed())
                        .map(result -> Changes.text("blocker.scenario", result.name(), result.message()))
                        .toList();
    }

    /** Models that people deployed before there were releases are spread over several deployments. */
    private static List<String> deploymentBlockers(Release active, Order order) {
        return order.migratesAll() && active.deploymentId() == null
                ? List.of(Changes.text("blocker.notDeployed"))
                : List.of();
    }

    /** The engine has to know both models to say which mappings it accepts. */
    private void requireMappings(Release deployed, ModelSet set, Order order) {
        String deployment = deployed.deploymentId();
        if (order.migratesAll() && deployment != null) {
            require(impacts.refused(set, deployment, order.mappings()));
        }
    }

    private static void require(List<String> blockers) {
        if (!blockers.isEmpty()) {
            throw new ReleaseNotReadyException(blockers);
        }
    }

    private List<String> unmappedBlockers(ModelSet set, Order order) {
        return order.migratesAll()
                ? impacts.of(set, order.mappings()).lost().stream()
                        .map(Publications::blocker)
                        .toList()
                : List.of();
    }

    private static String blocker(UnmappedActivity lost) {
        long count = lost.place().count();
        return count == 1
                ? Changes.text("blocker.place.one", lost.name(), lost.processName())
                : Changes.text("blocker.place", count, lost.name(), lost.processName());
    }

    private void migrate(Release release, Order order) {
        migrations.endAll();
        if (order.migratesAll()) {
            List<String> engagements = impacts.affected(repository.files(release.number()));
            migrations.plan(release.number(), engagements, order.mappings());
            record("release.migrate", release.number(), Map.of("engagements", engagements.size()));
        }
    }

    private void activate(Release release, ModelSet set, String approver) {
        repository.activate(release.number(), approver, deploy(release, set));
    }

    private String deploy(Release release, ModelSet set) {
        try {
            return engine.deploy("release " + release.number(), set.models());
        } catch (ModelsRefusedException e) {
            throw new ReleaseNotReadyException(List.of(Changes.text("blocker.engine", e.reason())), e);
        }
    }

    /**
     * Publishes the content of the release before the active one again, under a new number.
     *
     * @param number the active release, which is rolled back
     */
    public Release reverse(long number, String reason, String approver) {
        return transactions.run(() -> {
            Release active = repository.lockActive().orElseThrow();
            releases.get(number);
            if (active.number() != number) {
                throw ReleaseOutdatedException.replaced(number);
            }
            ModelSet before = before(active);
            Release again =
                    repository.add(before, active.number(), Origin.PERSON, approver, reason, List.of(), Jar.UNKNOWN);
            activate(again, before, approver);
            migrate(releases.get(again.number()), new Order(true, List.of(), null, null));
            record(
                    "release.reverse",
                    again.number(),
                    Map.of("replaced", active.number(), "reason", reason, "sha256", again.sha256()));
            return releases.get(again.number());
        });
    }

    private ModelSet before(Release active) {
        if (active.base() == null) {
            throw new ReleaseNotReadyException(List.of(Changes.text("blocker.first")));
        }
        return repository.files(active.base());
    }

    /** Returns what a release would do to the engagements that run now. */
    public ImpactReport impact(long number) {
        return impacts.of(releases.files(number), List.of());
    }

    /** Returns how far running engagements have moved to a release. */
    public Migration migration(long number) {
        return migrations.of(number);
    }

    private void record(String action, long number, Map<String, ?> detail) {
        audit.recordOfCaller(action, Long.toString(number), null, detail);
    }
}
