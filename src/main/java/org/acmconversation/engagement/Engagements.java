package org.acmconversation.engagement;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.acmconversation.operations.LogContext;
import org.acmconversation.operations.Traces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** What can be done with engagements. Each use case is one transaction, with the process engine's part in it. */
@Service
public class Engagements {

    private static final Logger log = LoggerFactory.getLogger(Engagements.class);

    private final EngagementRepository repository;
    private final ConversationProcess process;
    private final Transactions transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final List<WaitingFor> systems;
    private final Traces traces;

    /** They grow with time, as the engine's do: what is written together stands together in each index. */
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    Engagements(
            EngagementRepository repository,
            ConversationProcess process,
            Transactions transactions,
            ApplicationEventPublisher events,
            Clock clock,
            List<WaitingFor> systems,
            Traces traces) {
        this.repository = repository;
        this.process = process;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
        this.systems = systems;
        this.traces = traces;
    }

    /**
     * Starts an engagement and its process.
     *
     * @throws EngagementExistsException if the external id is taken
     */
    public Engagement start(NewEngagement request) {
        return transactions.run(() -> {
            repository.findIdByExternalId(request.externalId()).ifPresent(existing -> {
                throw new EngagementExistsException(existing);
            });
            var engagement = Engagement.start(ids.generate(), request, now());
            try (var ignored = LogContext.about(engagement.id())) {
                begin(engagement);
            }
            return get(engagement.id());
        });
    }

    private void begin(Engagement engagement) {
        repository.insert(engagement);
        events.publishEvent(new EngagementEvent.Started(engagement.id()));
        String processInstanceId = process.start(engagement);
        repository.assignProcessInstance(
                engagement.id(), processInstanceId, traces.traceparent().orElse(null));
        log.info("Engagement {} started as process instance {}", engagement.id(), processInstanceId);
    }

    /** @throws UnknownEngagementException if there is none with that id */
    public Engagement get(UUID id) {
        return repository.find(id).orElseThrow(() -> new UnknownEngagementException(id));
    }

    /** The engagement that has an external id, if there is one. */
    public Optional<UUID> findIdByExternalId(String externalId) {
        return repository.findIdByExternalId(externalId);
    }

    /** The engagements that a query asks for. */
    public EngagementPage find(EngagementQuery query) {
        return repository.find(query);
    }

    /** Where the engagement waits now. */
    public List<CurrentActivity> currentActivities(Engagement engagement) {
        return engagement.isRunning() ? process.currentActivities(engagement) : List.of();
    }

    /** The systems outside that keep the engagement waiting. */
    public List<String> waitingFor(Engagement engagement) {
        return systems.stream()
                .flatMap(system -> system.system(engagement.id()).stream())
                .toList();
    }

    /**
     * Changes the profile of a running engagement; decisions that its process has yet to make use the new values.
     *
     * @param change from the profile as it is to the profile as it shall be
     * @throws UnknownEngagementException if there is none with that id
     * @throws EngagementEndedException if it has ended
     */
    public Engagement changeProfile(UUID id, UnaryOperator<Profile> change) {
        return transactions.run(() -> {
            Engagement engagement = lock(id);
            if (!engagement.isRunning()) {
                throw new EngagementEndedException(engagement);
            }
            Profile changed = change.apply(engagement.profile());
            if (changed.equals(engagement.profile())) {
                return engagement;
            }
            repository.updateProfile(id, changed);
            events.publishEvent(new EngagementEvent.ProfileChanged(id, changed));
            process.profileChanged(engagement);
            log.info("Engagement {} has a new profile", id);
            return get(id);
        });
    }

    /**
     * Keeps what a manager found out about the entry criteria within the process, which knows it already.
     *
     * @throws UnknownEngagementException if there is none with that id
     */
    public void recordEntryCriteria(UUID id, EntryCriteria criteria) {
        Engagement engagement = lock(id);
        repository.updateProfile(id, engagement.profile().with(criteria));
    }

    /**
     * Withdraws a running engagement: its process stops wherever it waits. Withdrawing it again changes nothing.
     *
     * @throws UnknownEngagementException if there is none with that id
     * @throws EngagementEndedException if it came to its end before
     */
    public Engagement withdraw(UUID id, String reason) {
        return transactions.run(() -> {
            Engagement engagement = lock(id);
            if (engagement.status() == EngagementStatus.WITHDRAWN) {
                return engagement;
            }
            if (!repository.end(id, Outcome.WITHDRAWN, reason, now())) {
                throw new EngagementEndedException(engagement);
            }
            events.publishEvent(new EngagementEvent.Withdrawn(id, reason));
            process.withdrawn(engagement);
            log.info("Engagement {} is withdrawn", id);
            return get(id);
        });
    }

    /** Ends an engagement as its process came to an end. One that was withdrawn keeps that outcome and its time. */
    public void end(UUID id, Outcome outcome) {
        repository.end(id, outcome, null, now());
        events.publishEvent(new EngagementEvent.Ended(id, outcome));
        log.info("Engagement {} ended with the outcome {}", id, outcome);
    }

    /**
     * Keeps others from changing an engagement until the transaction ends.
     *
     * @throws UnknownEngagementException if there is none with that id
     */
    public Engagement lock(UUID id) {
        return repository.findAndLock(id).orElseThrow(() -> new UnknownEngagementException(id));
    }

    /** To the microsecond, which is what the databases keep. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
