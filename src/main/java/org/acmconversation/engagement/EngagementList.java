package org.acmconversation.engagement;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.acmconversation.database.IndexScans;
import org.springframework.stereotype.Component;

/** Lists engagements with their current activities. */
@Component
public class EngagementList {

    /** Pages count up to this many engagements; counting half of all of them would take longer than everything else. */
    public static final int COUNTED = 10_000;

    /** Number of engagements that are read at a time when all are read. */
    private static final int BATCH = 500;

    private final EngagementRepository repository;
    private final EngagementStates states;
    private final IndexScans scans;
    private final List<WaitingFor> systems;
    private final List<ExternalReferences> references;
    private final FollowUps followUps;
    private final CompletedSteps completedSteps;
    private final StartedEngagements startedEngagements;
    private final DueConditions dueConditions;
    private final Clock clock;

    EngagementList(
            EngagementRepository repository,
            EngagementStates states,
            IndexScans scans,
            List<WaitingFor> systems,
            List<ExternalReferences> references,
            FollowUps followUps,
            CompletedSteps completedSteps,
            StartedEngagements startedEngagements,
            DueConditions dueConditions,
            Clock clock) {
        this.repository = repository;
        this.states = states;
        this.scans = scans;
        this.systems = systems;
        this.references = references;
        this.followUps = followUps;
        this.completedSteps = completedSteps;
        this.startedEngagements = startedEngagements;
        this.dueConditions = dueConditions;
        this.clock = clock;
    }

    /** Returns a page, from one snapshot of the database. */
    public EngagementPage find(EngagementQuery query) {
        return find(query, repository::count);
    }

    /** Returns the same page, but its total is {@link #COUNTED} + 1 if there are more than {@link #COUNTED}. */
    public EngagementPage findAndCountSome(EngagementQuery query) {
        return find(query, selection -> repository.count(selection, COUNTED + 1));
    }

    private EngagementPage find(EngagementQuery query, ToLongFunction<EngagementSelection> count) {
        EngagementSelection selection = selection(query.filter());
        return scans.read(() -> new EngagementPage(
                states.of(repository.page(selection, query)),
                query.page().page(),
                query.page().size(),
                count.applyAsLong(selection)));
    }

    /**
     * Passes all selected engagements to a consumer, in order, from one snapshot of the database. Only a batch of them
     * is in memory.
     */
    public void forEach(
            EngagementFilter filter,
            EngagementQuery.Sort sort,
            boolean descending,
            Consumer<EngagementState> consumer) {
        EngagementSelection selection = selection(filter);
        scans.readAtLength(() -> {
            List<Engagement> batch = new ArrayList<>(BATCH);
            repository.forEach(selection, sort, descending, engagement -> {
                batch.add(engagement);
                if (batch.size() == BATCH) {
                    states.of(batch).forEach(consumer);
                    batch.clear();
                }
            });
            states.of(batch).forEach(consumer);
            return null;
        });
    }

    /** Counts the engagements that a filter selects. */
    public long count(EngagementFilter filter) {
        EngagementSelection selection = selection(filter);
        return scans.read(() -> repository.count(selection));
    }

    /** The same, but {@link #COUNTED} + 1 if there are more than {@link #COUNTED}. */
    public long countSome(EngagementFilter filter) {
        EngagementSelection selection = selection(filter);
        return scans.read(() -> repository.count(selection, COUNTED + 1));
    }

    private EngagementSelection selection(EngagementFilter filter) {
        String text = filter.text();
        List<UUID> referenced = text == null
                ? List.of()
                : references.stream()
                        .flatMap(foreign -> foreign.engagements(text).stream())
                        .toList();
        Instant now = clock.instant();
        return new EngagementSelection(
                filter,
                systems,
                referenced,
                followUps,
                completedSteps,
                startedEngagements,
                dueConditions.condition(filter, now),
                now);
    }
}
