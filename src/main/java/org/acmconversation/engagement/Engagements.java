package org.acmconversation.engagement;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.acmconversation.calendar.WorkingCalendars;
import org.acmconversation.database.Transactions;
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
    private final EngagementStates states;
    private final Traces traces;
    private final WorkingCalendars calendars;

    /** They grow with time, as the engine's do: what is written together stands together in each index. */
    private final NoArgGenerator ids = Generators.timeBasedEpochGenerator();

    Engagements(
            EngagementRepository repository,
            ConversationProcess process,
            Transactions transactions,
            ApplicationEventPublisher events,
            Clock clock,
            EngagementStates states,
            Traces traces,
            WorkingCalendars calendars) {
        this.repository = repository;
        this.process = process;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
        this.states = states;
        this.traces = traces;
        this.calendars = calendars;
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
            var engagement = withCalendar(Engagement.start(ids.generate(), request, clock.instant()));
            try (var ignored = LogContext.about(engagement.id())) {
                begin(engagement);
            }
            return get(engagement.id());
        });
    }

    /** With the country and time zone of the settings where it has none: they stay when the settings change. */
    private Engagement withCalendar(Engagement engagement) {
        return engagement.change(
                profile -> profile.inCalendar(calendars.defaultCountry(), calendars.defaultTimeZone()));
    }

    private void begin(Engagement engagement) {
        repository.insert(engagement);
        events.publishEvent(new EngagementEvent.Started(engagement.id()));
        String processInstanceId = process.start(engagement);
        assign(engagement, processInstanceId);
        log.info("Engagement {} started as process instance {}", engagement.id(), processInstanceId);
    }

    /**
     * What decisions would come to if an engagement were started. Nothing is kept.
     *
     * @param decisions ids of the decisions in the models
     * @return for each decision the matching rules' outputs by name
     */
    public Map<String, List<Map<String, Object>>> preview(NewEngagement request, List<String> decisions) {
        var engagement = Engagement.start(ids.generate(), request, clock.instant());
        return transactions.tryOut(() -> decisions.stream()
                .collect(Collectors.toMap(Function.identity(), decision -> process.decide(decision, engagement))));
    }

    /** @throws UnknownEngagementException if there is none with that id */
    public Engagement get(UUID id) {
        return find(id).orElseThrow(() -> new UnknownEngagementException(id));
    }

    /** The engagement with that id, if there is one. */
    public Optional<Engagement> find(UUID id) {
        return repository.find(id);
    }

    /**
     * Whether there is an engagement with that id that goes on, or has to be withdrawn, and has no process. One that
     * has just been started never had one, so the engine need not be asked.
     */
    public boolean needsProcess(UUID id) {
        return find(id).filter(engagement -> engagement.isRunning() || engagement.isWithdrawalPending())
                .filter(engagement -> engagement.processInstanceId() == null || !process.exists(engagement))
                .isPresent();
    }

    /** The running engagements in a country, or in a region. */
    public List<UUID> runningIn(String country) {
        String settings = calendars.defaultCountry();
        return repository.findRunningIn(country, settings.equals(country) || settings.startsWith(country + "-"));
    }

    /** The engagement that has an external id, if there is one. */
    public Optional<UUID> findIdByExternalId(String externalId) {
        return repository.findIdByExternalId(externalId);
    }

    /** Ids of a tenant's engagements, oldest first. */
    public List<UUID> findIdsByTenant(String tenantId) {
        return repository.findIdsByTenant(tenantId);
    }

    /**
     * The engagement and where it waits, from one snapshot of the database.
     *
     * @throws UnknownEngagementException if there is none with that id
     */
    public EngagementState state(UUID id) {
        return transactions.read(() -> states.of(List.of(get(id))).get(0));
    }

    /**
     * Changes the profile of a running engagement; decisions that its process has yet to make use the new values.
     *
     * @param change from the profile as it is to the profile as it shall be
     * @throws UnknownEngagementException if there is none with that id
     * @throws EngagementEndedException if it has ended
     */
    public void changeProfile(UUID id, UnaryOperator<Profile> change) {
        transactions.run(() -> {
            Engagement engagement = lock(id);
            Engagement changed = withCalendar(engagement.change(change));
            if (!changed.equals(engagement)) {
                repository.update(changed);
                events.publishEvent(new EngagementEvent.ProfileChanged(id, changed.profile(), engagement.profile()));
                process.profileChanged(changed);
                log.info("Engagement {} has a new profile", id);
            }
            return changed;
        });
    }

    /**
     * Keeps what a manager found out about the entry criteria within the process, which knows it already. If the
     * engagement was withdrawn meanwhile, the task at hand is gone and its completion fails by itself.
     *
     * @throws UnknownEngagementException if there is none with that id
     */
    public void recordEntryCriteria(UUID id, EntryCriteria criteria) {
        Engagement engagement = lock(id);
        if (engagement.isRunning()) {
            repository.update(engagement.change(profile -> profile.with(criteria)));
        }
    }

    /**
     * Withdraws a running engagement: its process stops wherever it waits. Withdrawing it again changes nothing, unless
     * its process was deleted before it had canceled the FTOP tasks: another one then does.
     *
     * @throws UnknownEngagementException if there is none with that id
     * @throws EngagementEndedException if it came to its end before
     */
    public void withdraw(UUID id, String reason) {
        transactions.run(() -> {
            Engagement engagement = lock(id);
            Engagement withdrawn = engagement.withdraw(reason, clock.instant());
            boolean isNew = !withdrawn.equals(engagement);
            if (isNew) {
                repository.update(withdrawn);
                events.publishEvent(new EngagementEvent.Withdrawn(id, reason));
            }
            if (withdrawn.isWithdrawalPending() && !process.exists(withdrawn)) {
                replaceProcess(withdrawn);
            } else if (isNew) {
                process.withdrawn(withdrawn);
            }
            if (isNew) {
                log.info("Engagement {} is withdrawn", id);
            }
            return withdrawn;
        });
    }

    private void replaceProcess(Engagement withdrawn) {
        String processInstanceId = process.startWithdrawn(withdrawn);
        assign(withdrawn, processInstanceId);
        log.info(
                "The process of engagement {} was deleted; process instance {} cancels its FTOP tasks",
                withdrawn.id(),
                processInstanceId);
    }

    private void assign(Engagement engagement, String processInstanceId) {
        repository.assignProcessInstance(
                engagement.id(), processInstanceId, traces.traceparent().orElse(null));
    }

    /**
     * Ends an engagement as its process came to an end. One that was withdrawn keeps that outcome and its time; one
     * that has ended stays as it is.
     *
     * @throws UnknownEngagementException if there is none with that id
     */
    public void end(UUID id, Outcome outcome) {
        Engagement engagement = lock(id);
        Engagement ended = engagement.end(outcome, clock.instant());
        if (!ended.equals(engagement)) {
            repository.update(ended);
            events.publishEvent(new EngagementEvent.Ended(id, Objects.requireNonNull(ended.outcome())));
            log.info("Engagement {} ended with the outcome {}", id, ended.outcome());
        }
    }

    /**
     * As {@link #lock}, for what is changed only while the engagement runs.
     *
     * @throws EngagementEndedException if it has ended
     */
    public Engagement lockRunning(UUID id) {
        Engagement engagement = lock(id);
        if (!engagement.isRunning()) {
            throw new EngagementEndedException(engagement);
        }
        return engagement;
    }

    /**
     * Keeps others from changing an engagement until the transaction ends. Every transaction that changes more than one
     * of them takes its locks in this order: engagement, FTOP tasks, timeline, process instance, webhook.
     *
     * @throws UnknownEngagementException if there is none with that id
     */
    public Engagement lock(UUID id) {
        return repository.findAndLock(id).orElseThrow(() -> new UnknownEngagementException(id));
    }
}
