package org.acmconversation.release;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.acmconversation.database.StoredJson;
import org.acmconversation.database.Transactions;
import org.acmconversation.model.ModelElement;
import org.acmconversation.model.ModelFiles;
import org.acmconversation.scenario.ModelPart;
import org.acmconversation.scenario.RehearsalResult;
import org.acmconversation.scenario.RehearsalResult.State;
import org.acmconversation.scenario.Scenarios;
import org.acmconversation.scenario.Scenarios.Rehearsal;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Runs the scenarios of drafts in the background, once for each content, and keeps the results. If the node that runs
 * them dies, another begins again.
 */
@Component
class Rehearsals implements DisposableBean {

    /** A node reports each scenario that it runs; after this long without a report it counts as dead. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final ReleaseRepository releases;
    private final Scenarios scenarios;
    private final Transactions transactions;
    private final StoredJson json;
    private final Clock clock;
    private final Map<Content, Rehearsal> running = new ConcurrentHashMap<>();

    Rehearsals(
            JdbcClient jdbc,
            ReleaseRepository releases,
            Scenarios scenarios,
            Transactions transactions,
            StoredJson json,
            Clock clock) {
        this.jdbc = jdbc;
        this.releases = releases;
        this.scenarios = scenarios;
        this.transactions = transactions;
        this.json = json;
        this.clock = clock;
    }

    /** What a draft had when its scenarios began. */
    private record Content(long number, String sha256) {

        static Content of(Release draft) {
            return new Content(draft.number(), draft.sha256());
        }
    }

    private record Kept(String sha256, RehearsalResult result, OffsetDateTime updatedAt) {}

    /** Returns the results of the scenarios so far; starts those of a draft. */
    RehearsalResult of(Release release) {
        if (release.isDraft()) {
            begin(release);
        }
        return kept(release.number())
                .filter(kept -> kept.sha256().equals(release.sha256()))
                .map(Kept::result)
                .orElse(done(List.of()));
    }

    /** Ends the scenarios of a deleted draft. */
    void cancel(long number) {
        running.forEach((content, rehearsal) -> {
            if (content.number() == number) {
                rehearsal.cancel();
                running.remove(content, rehearsal);
            }
        });
    }

    /** Releases the scenarios that this node runs, so that another node runs them at once. */
    @Override
    public void destroy() {
        running.forEach((content, rehearsal) -> {
            rehearsal.cancel();
            jdbc.sql("delete from model_rehearsal where release_number = :number and sha256 = :sha256")
                    .param("number", content.number())
                    .param("sha256", content.sha256())
                    .update();
        });
    }

    private void begin(Release draft) {
        if (isBegun(draft) || !claim(draft)) {
            return;
        }
        cancel(draft.number());
        ModelSet set = releases.files(draft.number());
        Set<ModelPart> changed = changed(draft, set);
        if (set.files().keySet().stream().noneMatch(Scenarios::isScenario)) {
            save(draft, done(List.copyOf(changed)));
        } else {
            // Within the map's lock: they are noted before they can end.
            running.compute(
                    Content.of(draft),
                    (content, before) -> scenarios.start(set.files(), changed, result -> report(draft, result)));
        }
    }

    private static RehearsalResult done(List<ModelPart> uncovered) {
        return new RehearsalResult(State.DONE, 0, 0, List.of(), uncovered);
    }

    private boolean isBegun(Release draft) {
        return kept(draft.number())
                .filter(kept -> kept.sha256().equals(draft.sha256()))
                .filter(kept -> kept.result().state() == State.DONE
                        || kept.updatedAt().isAfter(OffsetDateTime.now(clock).minus(SILENCE)))
                .isPresent();
    }

    /** Returns whether this node is the one to run them. */
    private boolean claim(Release draft) {
        var waiting = new RehearsalResult(State.WAITING, 0, 0, List.of(), List.of());
        return transactions.run(() -> {
            if (releases.lock(draft.number()).isEmpty() || isBegun(draft)) {
                return false;
            }
            jdbc.sql("delete from model_rehearsal where release_number = :number")
                    .param("number", draft.number())
                    .update();
            jdbc.sql("""
                            insert into model_rehearsal (release_number, sha256, result, updated_at)
                            values (:number, :sha256, :result, :updatedAt)
                            """)
                    .param("number", draft.number())
                    .param("sha256", draft.sha256())
                    .param("result", json.write(waiting))
                    .param("updatedAt", OffsetDateTime.now(clock))
                    .update();
            return true;
        });
    }

    /** Returns what scenarios should reach: all elements of new files, and changed elements of others. */
    private Set<ModelPart> changed(Release draft, ModelSet set) {
        Long base = draft.base();
        ModelSet before = base == null ? new ModelSet(Map.of()) : releases.files(base);
        Set<String> files = new HashSet<>();
        Set<ModelPart> elements = new HashSet<>();
        for (Change change : new Comparison(before, set).changes()) {
            if (change.kind() == Change.Kind.ADDED && change.elementId().isEmpty()) {
                files.add(change.path());
            } else if (change.kind() == Change.Kind.ADDED || change.kind() == Change.Kind.CHANGED) {
                elements.add(new ModelPart(change.path(), change.elementId()));
            }
        }
        return choices(set)
                .filter(part -> files.contains(part.path()) || elements.contains(part))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns user tasks, branches of gateways, boundary events and rows of decisions. */
    private static Stream<ModelPart> choices(ModelSet set) {
        ModelFiles models = ModelFiles.parsed(set.models());
        Stream<ModelElement> branches = models.inProcesses()
                .filter(ModelElement::isGateway)
                .map(models::outgoing)
                .filter(outgoing -> outgoing.size() > 1)
                .flatMap(List::stream);
        return Stream.of(models.inProcesses("userTask", "boundaryEvent"), branches, models.inDecisions("rule"))
                .flatMap(elements -> elements)
                .map(element -> new ModelPart(element.file(), element.id()));
    }

    /** Like {@link #save}; a failure ends the scenarios. */
    private boolean report(Release draft, RehearsalResult result) {
        try {
            return save(draft, result);
        } catch (RuntimeException e) {
            running.remove(Content.of(draft));
            throw e;
        }
    }

    /** Returns false for a draft that was changed or deleted meanwhile, on this node or another. */
    private boolean save(Release draft, RehearsalResult result) {
        int saved = jdbc.sql("""
                        update model_rehearsal set result = :result, updated_at = :updatedAt
                        where release_number = :number and sha256 = :sha256
                        """)
                .param("number", draft.number())
                .param("sha256", draft.sha256())
                .param("result", json.write(result))
                .param("updatedAt", OffsetDateTime.now(clock))
                .update();
        if (result.state() == State.DONE) {
            running.remove(Content.of(draft));
        }
        return saved > 0;
    }

    private Optional<Kept> kept(long number) {
        return jdbc.sql("select sha256, result, updated_at from model_rehearsal where release_number = :number")
                .param("number", number)
                .query((row, index) -> new Kept(
                        row.getString("sha256"),
                        json.read(row.getString("result"), RehearsalResult.class),
                        row.getObject("updated_at", OffsetDateTime.class)))
                .optional();
    }
}
